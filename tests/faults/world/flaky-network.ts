import { DIGEST_HEADER, digestOf } from '#protocol/content-digest.ts'
import type { Dice } from '#sync-server/demo/dice.ts'

/** What befalls one request. `late`: the device gives up, and the request arrives later all the same. */
export const FATES = [
  'arrives',
  'refused',
  'answer-lost',
  'answer-cut',
  'captive-portal',
  'junk',
  'twice',
  'late',
  'busy',
  'proxy-413',
  'request-flipped',
  'answer-flipped',
  'request-truncated',
] as const
/** `wrong-digest`: the body arrives whole under the digest of another; asked for, never drawn. */
export type Fate = (typeof FATES)[number] | 'wrong-digest'

type Send = (url: string, init: RequestInit) => Promise<Response>

export interface FlakyNetwork {
  readonly fetch: Send
  /** Fates to come, one per request; what follows arrives. */
  readonly fates: Fate[]
  /** Requests given up by the device and still on their way. */
  deliverLate(): Promise<void>
}

/** The way between a device and its server, which obeys `fates`. */
export function createFlakyNetwork(send: Send, dice: Dice): FlakyNetwork {
  const fates: Fate[] = []
  const late: (() => Promise<unknown>)[] = []

  async function meet(fate: Fate, url: string, init: RequestInit): Promise<Response> {
    switch (fate) {
      case 'arrives':
        return send(url, init)
      case 'refused':
        throw new TypeError('fetch failed')
      case 'answer-lost':
        await send(url, init)
        throw new TypeError('other side closed')
      case 'answer-cut': {
        const response = await send(url, init)
        const bytes = new Uint8Array(await response.arrayBuffer())
        // What a decoder makes of half a body: half a text, of the same status.
        const cut = bytes.slice(0, dice.between(0, Math.max(0, bytes.length - 1)))
        return new Response(cut, { status: response.status, headers: response.headers })
      }
      case 'request-flipped':
        return send(
          url,
          withBody(init, (bytes) => flipOne(bytes, dice)),
        )
      case 'request-truncated':
        return send(
          url,
          withBody(init, (bytes) => bytes.slice(0, dice.between(0, bytes.length - 1))),
        )
      case 'wrong-digest': {
        const headers = new Headers(init.headers)
        headers.set(DIGEST_HEADER, await digestOf(`not ${String(init.body)}`))
        return send(url, { ...init, headers })
      }
      case 'answer-flipped': {
        const response = await send(url, init)
        const bytes = flipOne(new Uint8Array(await response.arrayBuffer()), dice)
        return new Response(bytes, { status: response.status, headers: response.headers })
      }
      case 'captive-portal':
        return new Response('<!doctype html><title>Bienvenue</title>', { status: 200 })
      case 'junk':
        return Response.json(dice.pick(JUNK))
      case 'twice':
        await send(url, init)
        return send(url, init)
      case 'late':
        late.push(() => send(url, { ...init, signal: null }))
        throw new TypeError('timed out')
      case 'busy':
        return new Response('', { status: dice.pick([429, 500, 502, 503, 504]) })
      case 'proxy-413':
        return new Response('', { status: 413 })
    }
  }

  let lines = 0
  /** A standing answer: one in two comes whole; of the others, news are cut or have one bit changed. */
  async function meetLine(url: string, init: RequestInit): Promise<Response> {
    const response = await send(url, init)
    if (!response.ok || !response.body) return response
    lines += 1
    const hindered = new TransformStream<Bytes, Bytes>({
      transform(chunk, controller) {
        if (chunk.byteLength < SHORTEST_NEWS || lines % 2 === 1) controller.enqueue(chunk)
        else if (lines % 4 === 2) controller.enqueue(flipOne(chunk.slice(), dice))
        else {
          controller.enqueue(chunk.slice(0, chunk.byteLength / 2))
          controller.terminate()
        }
      },
    })
    return new Response(response.body.pipeThrough(hindered), response)
  }

  return {
    fates,
    fetch: (url, init) =>
      url === '/v1/listen' ? meetLine(url, init) : meet(fates.shift() ?? 'arrives', url, init),
    async deliverLate() {
      for (const deliver of late.splice(0)) await deliver()
    },
  }
}

type Bytes = Uint8Array<ArrayBuffer>

/** A word that only says the line is open is shorter. */
const SHORTEST_NEWS = 60

function withBody(init: RequestInit, change: (bytes: Bytes) => Bytes): RequestInit {
  const { body } = init
  if (typeof body !== 'string' && !(body instanceof ArrayBuffer)) return init
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body)
  return bytes.length === 0 ? init : { ...init, body: change(bytes.slice()).slice().buffer }
}

function flipOne(bytes: Bytes, dice: Dice): Bytes {
  const at = dice.between(0, bytes.length - 1)
  const before = bytes[at]
  if (before !== undefined) bytes[at] = before ^ (1 << dice.between(0, 7))
  return bytes
}

/** Answers that are JSON and not ours, or ours and empty. */
const JUNK: readonly object[] = [
  {},
  [],
  { ok: true },
  { epoch: 'x', serverTime: 1, push: { last: 9, outcomes: [] } },
  { error: { kind: 'who-knows' } },
  { epoch: 3, pages: 'none' },
]
