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
] as const
export type Fate = (typeof FATES)[number]

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
        const text = await response.text()
        // What a decoder makes of half a body: half a text, of the same status.
        const status = response.status
        return new Response(text.slice(0, dice.between(0, Math.max(0, text.length - 1))), {
          status,
        })
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

  return {
    fates,
    fetch: (url, init) => meet(fates.shift() ?? 'arrives', url, init),
    async deliverLate() {
      for (const deliver of late.splice(0)) await deliver()
    },
  }
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
