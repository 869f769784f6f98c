import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { grantsOf } from '#domain/rights/rights.ts'
import { encodeFrame, FRAMES_TYPE } from '#protocol/frames.ts'
import { LIMITS } from '#protocol/limits.ts'
import { type NewsHead, newsHead, QUIET, QUIET_MS } from '#protocol/listen.ts'
import { listenRequest } from '#protocol/listen-request.ts'
import { OLDEST_PROTOCOL, pageHead, type SyncRequest } from '#protocol/sync.ts'
import { enrolledCaller } from '../access/authenticate.ts'
import { gzipPieces } from '../http/gzip-pieces.ts'
import { Refusal } from '../http/refusal.ts'
import { type Context, type Route, readBody } from '../http/route.ts'
import { sha256 } from '../sha256.ts'
import type { Session } from '../store/store.ts'
import { answerNow, wholeOf } from '../sync/answer.ts'
import type { Listener } from '../sync/listeners.ts'
import { pagesOf, type WrittenPage } from '../sync/pull.ts'

type Pull = NonNullable<SyncRequest['pull']>

/** A hand that writes without rest is told once a second: two hundred tablets may be listening. */
const PACE_MS = 1_000

/**
 * POST /v1/listen: what changes in the buckets of this device, as it is kept. The rights are read again for
 * each piece of news; once they are no longer those of the request, the answer ends and a round tells why.
 */
export const listenRoute: Route = {
  method: 'POST',
  url: '/v1/listen',
  summary: 'A standing answer: what changes comes down as it is kept.',
  body: listenRequest,
  answer: { head: newsHead, page: pageHead },
  isStanding: true,
  who: 'device',
  perMinute: 240,
  async handle({ body, bearer, caller, request, reply }, { store, listeners, now }) {
    const { protocol, pull } = readBody(listenRequest, body)
    if (protocol < OLDEST_PROTOCOL) {
      throw new Refusal({ kind: 'protocol-too-old', oldest: OLDEST_PROTOCOL })
    }
    const listener = listeners.listen(grantsOf(caller.holder).keys())
    reply.raw.once('close', listener.end)
    // Its connection ends with it: a server that stops would wait for the next request of each.
    reply.header('content-type', FRAMES_TYPE).header('connection', 'close')
    // A proxy that gathers answers before it sends them on would hold this one for ever.
    reply.header('x-accel-buffering', 'no')
    const news = newsAsItComes({ store, now, bearer, listener }, pull)
    if (!takesGzip(request)) return Readable.from(news)
    reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding')
    return Readable.from(gzipPieces(news))
  },
}

function takesGzip({ headers }: IncomingMessage): boolean {
  return /(^|[\s,])gzip($|[\s,])/.test(String(headers['accept-encoding'] ?? ''))
}

interface Standing extends Pick<Context, 'store' | 'now'> {
  readonly bearer: string | undefined
  readonly listener: Listener
}

async function* newsAsItComes({ store, now, bearer, listener }: Standing, asked: Pull) {
  try {
    // What was kept between the end of the round and now has woken nobody.
    for (let pull = asked, toldAt = -PACE_MS, isFirst = true; ; isFirst = false) {
      const next = isFirst ? 'moved' : await listener.next(QUIET_MS)
      if (next === 'ended') return
      if (next === 'moved') {
        const early = toldAt + PACE_MS - performance.now()
        if (early > 0) await wait(early)
        const news = await store.read((session) => newsNow(session, bearer, pull, now()))
        if (news === 'over') return
        if (news) {
          pull = news.pull
          toldAt = performance.now()
          yield news.bytes
          continue
        }
      }
      yield encodeFrame(QUIET, sha256)
    }
  } finally {
    listener.end()
  }
}

/** What is new to a device that stands there, and where it stands then. */
async function newsNow(
  session: Session,
  bearer: string | undefined,
  pull: Pull,
  serverTime: number,
): Promise<{ readonly bytes: Buffer; readonly pull: Pull } | 'over' | undefined> {
  const caller = await enrolledCaller(session, bearer, serverTime)
  if (!caller.ok) return 'over'
  const { head, news } = await answerNow(
    session,
    caller.value,
    { pull },
    { push: undefined, ops: [], serverTime },
  )
  if (head.tag !== undefined) return 'over'
  if (news.length === 0) return undefined
  const pages: WrittenPage[] = []
  const limit = LIMITS.rowsPerPage
  for await (const page of pagesOf((work) => work(session), news, { limit })) pages.push(page)
  // A bucket that ends before the device's cursor: a backup was put back, and a round tells it.
  if (pages.length === 0) return 'over'
  const cursors = [...pull.cursors]
  const places = [...grantsOf(caller.value.holder).keys()].sort()
  for (const { bucket, upTo } of pages) cursors[places.indexOf(bucket)] = upTo
  const said: NewsHead = { ...head, pages: pages.length }
  return { bytes: await wholeOf(said, pages), pull: { ...pull, cursors } }
}
