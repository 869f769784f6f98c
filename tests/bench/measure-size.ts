import { setTimeout as wait } from 'node:timers/promises'
import { recordId, siteId } from '#domain/shared/ids.ts'
import { bucketId } from '#domain/site/bucket.ts'
import { writeCursors } from '#protocol/cursor-text.ts'
import { postTo } from '#tests/support/post-to.ts'
import { createTestDevice, type TestDevice } from '#tests/support/test-server.ts'
import type { BenchBrowser, SidePage } from './bench-browser.ts'
import { BASELINE_TOKEN, type SideName, type Sides } from './bench-sides.ts'
import { median, percentile } from './statistics.ts'

/** One side: ms and bytes; `rss` in bytes, `requestsPerSecond` rounds that bring nothing. */
export interface SideMeasures {
  readonly m1Ms: number
  readonly m1Bytes: number
  /** Longest task of the page during a first pull, and during the rounds; 0 below 50 ms. */
  readonly m1BlockedMs: number
  readonly m3BlockedMs: number
  readonly m2EditP50Ms: number
  readonly m2EditP95Ms: number
  readonly m2PushMs: number
  readonly m3NoneMs: number
  readonly m3NoneBytes: number
  readonly m3OneMs: number
  readonly m3OneBytes: number
  /** As `m3OneMs`, by a round that asks; of the baseline, which only asks, the very same. */
  readonly m3AskedMs: number
  readonly m3AskedBytes: number
  readonly m3HeaderBytes: number
  readonly m4RecentP95Ms: number
  readonly m4GroupMs: number
  readonly m5Ms: number
  readonly rss: number
  readonly requestsPerSecond: number
}

export interface Measures {
  readonly records: number
  readonly ours: SideMeasures
  readonly baseline: SideMeasures
  /** Ours to the baseline's. */
  readonly ratios: Record<
    | 'm1'
    | 'm1_bytes'
    | 'm2_push'
    | 'm2_edit_p95'
    | 'm3_ms'
    | 'm3_bytes'
    | 'm4_recent_p95'
    | 'm4_group'
    | 'm5',
    number
  >
}

interface Parts {
  readonly sides: Sides
  readonly browser: BenchBrowser
  readonly repetitions: number
  readonly edits: number
}

const SIDES: readonly SideName[] = ['ours', 'baseline']
const EDITS_IN_TURN = 100
const ROUNDS_BY_REPETITION = 5
const LOAD_MS = 2_000
const LOAD_AT_ONCE = 8
/** Pages are rewritten a moment after a round: never while the other side is measured. */
const HOUSEKEEPING_MS = 3_000
const SETTLE_MS = 150

/** All measures of one size; the two sides take turns, and which goes first alternates. */
export async function measureSize(parts: Parts): Promise<Measures> {
  const { sides, browser } = parts
  const pages: Record<SideName, SidePage> = {
    ours: await browser.openSide(sides.servers.ours.address),
    baseline: await browser.openSide(sides.servers.baseline.address),
  }
  const samples = { ours: createSamples(), baseline: createSamples() }
  const inTurn = async (turn: number, work: (side: SideName) => Promise<void>) => {
    for (const side of turn % 2 === 0 ? SIDES : [...SIDES].reverse()) await work(side)
  }

  for (let turn = 0; turn < parts.repetitions; turn++) {
    await inTurn(turn, (side) => firstPull(parts, side, pages[side], samples[side]))
  }
  const rss = {
    ours: await sides.servers.ours.rss(),
    baseline: await sides.servers.baseline.rss(),
  }
  for (let turn = 0; turn < parts.repetitions * 2; turn++) {
    await inTurn(turn, async (side) => {
      samples[side].recent.push(...(await pages[side].call('recent')))
      samples[side].group.push((await pages[side].call('group')).ms)
    })
  }
  const ids = (await pages.baseline.call('eventIds', 50)).slice(0, parts.edits)
  for (let turn = 0; turn < 3; turn++) await editAndPush(turn, ids, parts, pages, samples, inTurn)
  await rounds(ids, parts, pages, samples, inTurn)
  for (let turn = 0; turn < parts.repetitions; turn++) {
    await inTurn(turn, async (side) => {
      samples[side].cold.push(await browser.coldStart(sides.servers[side].address))
    })
  }
  const load = {
    ours: await requestsPerSecond(sides, 'ours'),
    baseline: await requestsPerSecond(sides, 'baseline'),
  }
  const ours = summarise(samples.ours, rss.ours, load.ours)
  const baseline = summarise(samples.baseline, rss.baseline, load.baseline)
  return { records: sides.count, ours, baseline, ratios: ratiosOf(ours, baseline) }
}

function createSamples() {
  return {
    pull: [] as number[],
    pullBytes: [] as number[],
    pullBlocked: [] as number[],
    blocked: [] as number[],
    edits: [] as number[],
    push: [] as number[],
    none: [] as number[],
    noneBytes: [] as number[],
    one: [] as number[],
    asked: [] as number[],
    askedBytes: [] as number[],
    oneBytes: [] as number[],
    headerBytes: [] as number[],
    recent: [] as number[],
    group: [] as number[],
    cold: [] as number[],
  }
}
type Samples = ReturnType<typeof createSamples>
type BySide<T> = Record<SideName, T>
type InTurn = (turn: number, work: (side: SideName) => Promise<void>) => Promise<void>

async function firstPull(
  { sides }: Parts,
  side: SideName,
  page: SidePage,
  samples: Samples,
): Promise<void> {
  const { crossed } = sides.servers[side]
  await crossed()
  await page.call('longestTask')
  const { ms, count } = await page.call('firstPull')
  samples.pullBlocked.push(await page.call('longestTask'))
  if (count !== sides.count) throw new Error(`${count} records came in place of ${sides.count}`)
  samples.pull.push(ms)
  samples.pullBytes.push((await crossed()).bodies)
}

async function editAndPush(
  turn: number,
  ids: readonly string[],
  { edits }: Parts,
  pages: BySide<SidePage>,
  samples: BySide<Samples>,
  inTurn: InTurn,
): Promise<void> {
  for (let from = 0; from < edits; from += EDITS_IN_TURN) {
    const part = Array.from(
      { length: Math.min(EDITS_IN_TURN, edits - from) },
      (_, index) => ids[(from + index) % ids.length] ?? '',
    )
    await inTurn(from / EDITS_IN_TURN, async (side) => {
      samples[side].edits.push(...(await pages[side].call('edits', part, `tour ${turn}, ${from}`)))
    })
  }
  await inTurn(turn, async (side) => {
    samples[side].push.push(await pages[side].call('sync'))
    await wait(HOUSEKEEPING_MS)
  })
}

/**
 * One change made elsewhere, until it is on disk and read: ours as it comes by itself, from the moment it was on
 * the server's disk; the baseline asked at once, from the moment it asks, as if told for nothing. Then ours asked
 * too, nothing coming by itself, and on both sides a round that brings nothing.
 */
async function rounds(
  ids: readonly string[],
  { sides, repetitions }: Parts,
  pages: BySide<SidePage>,
  samples: BySide<Samples>,
  inTurn: InTurn,
): Promise<void> {
  const elsewhere = await otherDevice(sides)
  const clockOffset = await pages.ours.call('clockOffset')
  const { ours, baseline } = sides.servers
  for (let turn = 0; turn < repetitions * ROUNDS_BY_REPETITION; turn++) {
    const id = ids[(turn * 7) % ids.length] ?? ''
    const text = `ailleurs ${turn}`
    const atRest = async (side: SideName) => {
      // A page that has just come to rest, as between two rounds of a minute.
      await wait(SETTLE_MS)
      await sides.servers[side].crossed()
      await pages[side].call('longestTask')
    }
    const one: BySide<() => Promise<void>> = {
      async ours() {
        await atRest('ours')
        const heard = pages.ours.call('heardAt', id, text)
        await elsewhere.ours(id, text)
        const at = (await heard) ?? Number.NaN
        const { keptAt, bodies, headers } = await ours.crossed()
        samples.ours.one.push(at - (keptAt + clockOffset))
        samples.ours.oneBytes.push(bodies)
        samples.ours.headerBytes.push(headers)
      },
      async baseline() {
        await elsewhere.baseline(id, text)
        await atRest('baseline')
        samples.baseline.one.push(await pages.baseline.call('syncUntil', id, text))
        const { bodies, headers } = await baseline.crossed()
        samples.baseline.oneBytes.push(bodies)
        samples.baseline.headerBytes.push(headers)
      },
    }
    await inTurn(turn, async (side) => {
      await one[side]()
      if (side === 'ours') {
        await pages.ours.call('listen', false)
        await elsewhere.ours(id, `${text}, demandé`)
        await atRest('ours')
        samples.ours.asked.push(await pages.ours.call('syncUntil', id, `${text}, demandé`))
        samples.ours.askedBytes.push((await ours.crossed()).bodies)
        await pages.ours.call('listen', true)
      }
      await wait(SETTLE_MS)
      await sides.servers[side].crossed()
      samples[side].none.push(await pages[side].call('sync'))
      samples[side].noneBytes.push((await sides.servers[side].crossed()).bodies)
      samples[side].blocked.push(await pages[side].call('longestTask'))
    })
  }
}

/** Someone else changes one field of one event, on one side. */
async function otherDevice({ seeded, servers }: Sides) {
  const post = (path: string, token: string, payload: Record<string, unknown>) =>
    postTo(servers.ours.address, path, token, payload)
  const { device, token } = seeded.elsewhere
  const enrolled = { device, token, person: { id: seeded.lead } }
  const lead: TestDevice = createTestDevice(post, enrolled as never, { now: Date.now() })
  const events = await homesOfEvents(lead)
  let last = { op: '', h: '' }
  return {
    async ours(id: string, text: string) {
      const { home, base } = events(id)
      const op = await lead.write({
        rec: recordId(id),
        type: 'adverse-event',
        site: siteId(home),
        kind: 'set',
        fields: { note: text },
        base: base as never,
        at: Date.now(),
      })
      const { status, body } = await lead.sync({ ops: [op] })
      if (status !== 200 || body.push.outcomes[0]?.outcome === 'quarantined') {
        throw new Error(`Not taken: ${JSON.stringify(body)}`)
      }
      events(id, op.id)
      last = { op: op.id, h: op.h }
    },
    async baseline(id: string, text: string) {
      const edits = [{ id, field: 'note', head: { v: text, ...last } }]
      await postTo(servers.baseline.address, '/push', BASELINE_TOKEN, { edits })
    },
  }
}

/** Where each event lies and what was last written in its note, as the other device sees it. */
async function homesOfEvents(lead: TestDevice) {
  const known = new Map<string, { home: string; base: string | null }>()
  const cursors: Record<string, number> = {}
  for (let isMore = true; isMore; ) {
    const { body } = await lead.sync({ cursors, limit: 5_000 })
    isMore = body.pages.length > 0
    for (const { bucket, upTo, rows } of body.pages) {
      cursors[bucket] = upTo
      const home = bucket.slice(0, bucket.lastIndexOf('/'))
      if (bucket !== bucketId(siteId(home), 'events')) continue
      for (const { id, f } of rows) known.set(id, { home, base: f.note?.op ?? null })
    }
  }
  return (id: string, written?: string) => {
    const found = known.get(id)
    if (!found) throw new Error(`No event ${id}`)
    if (written) known.set(id, { ...found, base: written })
    return found
  }
}

async function requestsPerSecond({ seeded, servers }: Sides, side: SideName): Promise<number> {
  let done = 0
  const until = performance.now() + LOAD_MS
  const ask = async (token: string) => {
    const { address } = servers[side]
    if (side === 'ours') {
      const push = { from: 1, declared: 0, ops: [] }
      const pull = { grants: 'none', cursors: writeCursors([1]), limit: 500 }
      const { status } = await postTo(address, '/v1/sync', token, {
        protocol: 1,
        epoch: null,
        push,
        pull,
      })
      if (status !== 200) return
    } else {
      const headers = { authorization: `Bearer ${BASELINE_TOKEN}` }
      const response = await fetch(`${address}/pull?since=999999999`, { headers })
      await response.text()
    }
    done++
  }
  await Promise.all(
    Array.from({ length: LOAD_AT_ONCE }, async (_, lane) => {
      for (let n = lane; performance.now() < until; n += LOAD_AT_ONCE) {
        await ask(seeded.crowd[n % seeded.crowd.length]?.token ?? '')
      }
    }),
  )
  return (done * 1_000) / LOAD_MS
}

function summarise(of: Samples, rss: number, requests: number): SideMeasures {
  return {
    m1Ms: median(of.pull),
    m1Bytes: median(of.pullBytes),
    m1BlockedMs: Math.max(...of.pullBlocked),
    m3BlockedMs: Math.max(...of.blocked),
    m2EditP50Ms: median(of.edits),
    m2EditP95Ms: percentile(of.edits, 0.95),
    m2PushMs: median(of.push),
    m3NoneMs: median(of.none),
    m3NoneBytes: median(of.noneBytes),
    m3OneMs: median(of.one),
    m3OneBytes: median(of.oneBytes),
    m3AskedMs: median(of.asked.length > 0 ? of.asked : of.one),
    m3AskedBytes: median(of.askedBytes.length > 0 ? of.askedBytes : of.oneBytes),
    m3HeaderBytes: median(of.headerBytes),
    m4RecentP95Ms: percentile(of.recent, 0.95),
    m4GroupMs: median(of.group),
    m5Ms: median(of.cold),
    rss,
    requestsPerSecond: requests,
  }
}

function ratiosOf(ours: SideMeasures, baseline: SideMeasures): Measures['ratios'] {
  const ratio = (name: keyof SideMeasures) => ours[name] / baseline[name]
  return {
    m1: ratio('m1Ms'),
    m1_bytes: ratio('m1Bytes'),
    m2_push: ratio('m2PushMs'),
    m2_edit_p95: ratio('m2EditP95Ms'),
    m3_ms: ratio('m3OneMs'),
    m3_bytes: ratio('m3OneBytes'),
    m4_recent_p95: ratio('m4RecentP95Ms'),
    m4_group: ratio('m4GroupMs'),
    m5: ratio('m5Ms'),
  }
}
