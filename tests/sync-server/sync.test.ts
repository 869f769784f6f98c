// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Level } from '#domain/rights/rights.ts'
import { siteId } from '#domain/shared/ids.ts'
import { type BucketId, bucketId } from '#domain/site/bucket.ts'
import { hlcAt } from '#protocol/hlc.ts'
import { LIMITS } from '#protocol/limits.ts'
import type { Op } from '#protocol/op.ts'
import type { StoredDevice } from '#sync-server/store/directory.ts'
import type { Session } from '#sync-server/store/store.ts'
import { createBatch } from '#sync-server/sync/batch.ts'
import { grantsTag, newsOf, pagesOf, sumsOf } from '#sync-server/sync/pull.ts'
import { placeOf, pushOps, readOps } from '#sync-server/sync/push.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import {
  createTestServer,
  DISPOSITIF,
  HOME_1,
  HOME_2,
  PEOPLE,
  type TestDevice,
  type TestServer,
} from '#tests/support/test-server.ts'

/* The steps of a round one by one, on a real store: what the route makes of them is `push.test.ts`. */

const DAY_MS = 86_400_000
const QUALITY = bucketId(HOME_1, 'quality')
const EVENTS = bucketId(HOME_1, 'events')
const CONFIG = bucketId(DISPOSITIF, 'config')

let server: TestServer
let officer: TestDevice

beforeEach(async () => {
  server = await createTestServer()
  officer = await server.enrol(PEOPLE.officer)
})

afterEach(async () => {
  expect(server.faults).toEqual([])
  expect(await server.store.read(differencesWithLog)).toEqual([])
  await server.close()
})

const stored = async (session: Session): Promise<StoredDevice> => {
  const device = await session.directory.device(officer.id)
  if (!device) throw new Error('Not enrolled')
  return device
}

function push(ops: readonly Op[], over: { from?: number; lost?: number[]; at?: number } = {}) {
  return server.store.write(async (session) => {
    const read = await readOps({ from: over.from ?? numberOf(ops[0]), ops: [...ops] })
    const { lost } = over
    const asked = { ops: read, declared: officer.declared(), ...(lost && { lost }) }
    return pushOps(session, await stored(session), asked, over.at ?? server.clock.now)
  })
}

const numberOf = (op: Op | undefined) => Number(op?.id.split(':').at(-1) ?? 1)

describe('the place of a device', () => {
  test('names what it declared above what is held, and what is missing, in order', () => {
    expect(placeOf({ lastN: 3, declaredN: 5 }, [9, 2, 10])).toEqual({
      last: 3,
      declared: 5,
      lost: [2, 9, 10],
    })
    expect(placeOf({ lastN: 3, declaredN: 3 }, [])).toEqual({ last: 3 })
  })
})

describe('a push', () => {
  test('after numbers said lost begins right after them, and they are named until found', async () => {
    const ops = [await officer.write(), await officer.write(), await officer.write()]
    const { value } = unwrap(await push(ops.slice(2), { lost: [1, 2, 4] }))
    expect(value).toMatchObject({ last: 3, lost: [1, 2] })
    expect(value.outcomes.map(({ n, outcome }) => [n, outcome])).toEqual([[3, 'applied']])
    const found = unwrap(await push(ops.slice(1, 2), { from: 2 }))
    expect(found.value).toMatchObject({ last: 3, lost: [1] })
    const again = unwrap(await push(ops.slice(1, 2), { from: 2 }))
    expect(again.value).toMatchObject({
      last: 3,
      lost: [1],
      outcomes: [{ n: 2, outcome: 'applied' }],
    })
    expect(await server.store.read(({ losses }) => losses.missing(officer.id))).toEqual([1])
  })

  test('that jumps a number is told the one expected, whatever is said lost beyond', async () => {
    const ops = [await officer.write(), await officer.write(), await officer.write()]
    const gap = { ok: false, error: { kind: 'gap', expected: 1 } }
    expect(await push(ops.slice(2), { lost: [1] })).toEqual(gap)
    expect(await push(ops.slice(2), { lost: [2] })).toEqual(gap)
    expect(await push(ops.slice(1))).toEqual(gap)
  })

  test('answers for each operation with its sequence, and none for one set aside', async () => {
    const fine = await officer.write()
    const other = await officer.write({ type: 'device' })
    const { value } = unwrap(await push([fine, other]))
    expect(value.outcomes).toEqual([
      { n: 1, outcome: 'applied', bucket: QUALITY, seq: expect.any(Number) },
      { n: 2, outcome: 'quarantined', reason: 'forbidden', bucket: expect.any(String) },
    ])
    expect('seq' in (value.outcomes[1] ?? {})).toBe(false)
  })

  test('of something that is not an operation says nothing of where it would lie', async () => {
    const result = await server.store.write(async (session) => {
      const ops = await readOps({ from: 1, ops: ['rien'] })
      return pushOps(session, await stored(session), { ops, declared: 1 }, server.clock.now)
    })
    expect(unwrap(result).value.outcomes).toEqual([
      { n: 1, outcome: 'quarantined', reason: 'malformed' },
    ])
  })

  test('of a device revoked is taken for thirty days to the millisecond, then set aside', async () => {
    const revokedAt = server.clock.now
    await server.store.write(({ directory }) => directory.revoke(officer.id, revokedAt))
    const reasons = []
    for (const at of [revokedAt + 30 * DAY_MS, revokedAt + 30 * DAY_MS + 1]) {
      const { value } = unwrap(await push([await officer.write({ type: 'action' })], { at }))
      reasons.push(value.outcomes[0]?.reason)
    }
    expect(reasons).toEqual([undefined, 'revoked'])
  })

  test('a record takes twenty photos, then no other; one named again or emptied passes', async () => {
    const named = (from: number, to: number) =>
      Object.fromEntries(
        Array.from({ length: to - from }, (_, index) => [
          `photos.P${from + index}`,
          photo(from + index),
        ]),
      )
    const first = await officer.write({ fields: named(0, LIMITS.photosPerRecord) })
    const rec = first.rec
    const over = await officer.write({ rec, kind: 'attach', fields: named(20, 21) })
    const again = await officer.write({
      rec,
      kind: 'attach',
      fields: { ...named(3, 4), note: 'x' },
    })
    const words = await officer.write({ rec, kind: 'set', fields: { note: 'des mots' } })
    const more = await officer.write({ fields: named(0, LIMITS.photosPerRecord + 1) })
    const { value } = unwrap(await push([first, over, again, words, more]))
    expect(value.outcomes.map(({ reason }) => reason)).toEqual([
      undefined,
      'too-large',
      undefined,
      undefined,
      'too-large',
    ])
    const wanted = await server.store.read(({ blobs }) => blobs.wantedFrom(officer.id))
    expect(wanted).toHaveLength(LIMITS.photosPerRecord)
    const expected = await server.store.read(({ blobs }) =>
      blobs.expectedIn([QUALITY], undefinedDevice, 99),
    )
    expect(expected).toHaveLength(LIMITS.photosPerRecord)
  })
})

describe('a batch', () => {
  test('folds several operations of one record, and stamps records in the order of their last change', async () => {
    const one = await officer.write({ fields: { note: 'un' } })
    const other = await officer.write({ fields: { note: 'deux' } })
    const again = await officer.write({
      rec: one.rec,
      kind: 'set',
      fields: { other: 1 },
      base: null,
    })
    await push([one, other, again])
    const rows = await server.store.read(({ records }) => records.changedAfter(QUALITY, 0, 9))
    expect(rows.map(({ line }) => line.includes(one.rec))).toEqual([false, true])
    const record = await server.store.read(({ records }) => records.get(one.rec))
    expect(Object.keys(record?.state.f ?? {}).sort()).toEqual(['note', 'other'])
  })

  test('reads a record it was not told of, once, and holds what it has already taken', async () => {
    const op = await officer.write({ fields: { note: 'un' } })
    await push([op])
    await server.store.write(async (session) => {
      let holds = 0
      const records = {
        ...session.records,
        hold: (ids: Parameters<typeof session.records.hold>[0]) => {
          holds += ids.length
          return session.records.hold(ids)
        },
      }
      const batch = createBatch({ ...session, records }, await stored(session))
      expect((await batch.state(op.rec))?.f.note?.v).toBe('un')
      expect((await batch.state(op.rec))?.f.note?.v).toBe('un')
      expect(holds).toBe(1)
      await batch.hold([{ ...op, kind: 'set', f: { 'comments.C1': op.f.note } }])
      // A comment changes neither its figure nor its receipt: they are not read.
      expect(holds).toBe(1)
      await batch.hold([{ ...op, kind: 'set', f: { status: op.f.note } }])
      // Its figure and its receipt, and not the record again.
      expect(holds).toBe(3)
    })
  })

  test('the stamps of a device keep the order of its numbers, and one found late keeps its own', async () => {
    const at = server.clock.now
    const ops = [
      await officer.write({ at: at - 50 }),
      await officer.write({ at: at + DAY_MS }),
      await officer.write({ at: at + 2 * DAY_MS }),
    ]
    await push(ops.slice(1), { lost: [1] })
    await push(ops.slice(0, 1), { from: 1 })
    const entries = await server.store.read(({ log }) => log.ofDevice(officer.id, 1, 9))
    expect(entries.map(({ n, hEff }) => [n, hEff])).toEqual([
      [1, hlcAt(at - 50)],
      [2, hlcAt(at)],
      [3, hlcAt(at, 1)],
    ])
    const last = (await server.store.read(stored)).lastH
    expect(last).toBe(hlcAt(at, 1))
    // The next one follows what was given to the last, not to the one found late.
    await push([await officer.write({ at: at - DAY_MS })])
    expect((await server.store.read(stored)).lastH).toBe(hlcAt(at, 2))
  })

  test('the last number of all, said lost and found later, keeps its own stamp too', async () => {
    const at = server.clock.now
    const ops = [await officer.write({ at }), await officer.write({ at: at - 50 })]
    await push(ops.slice(0, 1), { lost: [] })
    await push([], { from: 2, lost: [2] })
    await push(ops.slice(1), { from: 2 })
    const [entry] = await server.store.read(({ log }) => log.ofDevice(officer.id, 2, 2))
    expect(entry?.hEff).toBe(hlcAt(at - 50))
    expect((await server.store.read(stored)).lastH).toBe(hlcAt(at))
  })

  test('of nothing but what is set aside leaves the stamp where it was', async () => {
    await push([await officer.write({ type: 'device' })])
    expect((await server.store.read(stored)).lastH).toBe('')
    await push([await officer.write()])
    const { lastH } = await server.store.read(stored)
    await push([await officer.write({ type: 'device' })])
    expect((await server.store.read(stored)).lastH).toBe(lastH)
  })
})

describe('the rights of a moment', () => {
  const grants = (...pairs: [BucketId, Level][]) => new Map(pairs)

  test('have one short name, whatever the order they are told in', () => {
    const one = grantsTag('e1', grants([QUALITY, 'write'], [EVENTS, 'read']))
    expect(one).toBe(grantsTag('e1', grants([EVENTS, 'read'], [QUALITY, 'write'])))
    expect(one).toMatch(/^[\w-]{11}$/)
    expect(one).not.toBe(grantsTag('e1', grants([QUALITY, 'read'], [EVENTS, 'read'])))
    expect(one).not.toBe(grantsTag('e2', grants([QUALITY, 'write'], [EVENTS, 'read'])))
  })
})

describe('news', () => {
  const all = new Map<BucketId, Level>([
    [QUALITY, 'write'],
    [bucketId(HOME_2, 'quality'), 'write'],
    [EVENTS, 'read'],
    [CONFIG, 'read'],
  ])
  const places = [...all.keys()].sort()
  const cursorsAt = (cursors: Partial<Record<BucketId, number>>) =>
    places.map((place) => cursors[place] ?? 0)
  const ask = (cursors: readonly number[], grants = 'tag') =>
    server.store.read(async ({ records }) => {
      const heads = await records.heads(places)
      return newsOf(heads, all, { grants, cursors: [...cursors], limit: 9 }, 'tag')
    })
  const headOf = async (bucket: BucketId) =>
    (await server.store.read(({ records }) => records.heads([bucket]))).get(bucket) ?? 0

  beforeEach(async () => {
    await push([
      await officer.write(),
      await officer.write(),
      await officer.write({ site: HOME_2 }),
      await officer.write({ type: 'adverse-event' }),
    ])
  })

  test('come with the configuration first, then events, then by name; nothing of what has not moved', async () => {
    const { news, isReadable } = await ask([])
    expect(isReadable).toBe(true)
    expect(news[0]?.bucket).toBe(CONFIG)
    const order = news.map(({ bucket }) => bucket)
    expect(order.indexOf(QUALITY)).toBeLessThan(order.indexOf(bucketId(HOME_2, 'quality')))
    const rest = await ask(cursorsAt({ [QUALITY]: 2, [CONFIG]: await headOf(CONFIG) }))
    expect(rest.news.map(({ bucket }) => bucket)).not.toContain(QUALITY)
    expect(rest.news.map(({ bucket }) => bucket)).not.toContain(CONFIG)
  })

  test('say where each bucket is read from, and also of one that ends before the cursor', async () => {
    const { news } = await ask(cursorsAt({ [QUALITY]: 1, [EVENTS]: 7 }))
    expect(news.find(({ bucket }) => bucket === QUALITY)).toEqual({
      bucket: QUALITY,
      cursor: 1,
      head: 2,
    })
    expect(news.find(({ bucket }) => bucket === EVENTS)).toMatchObject({ cursor: 7 })
  })

  test('asked under other rights are read from the beginning, and said not to be readable', async () => {
    const { news, isReadable } = await ask(cursorsAt({ [QUALITY]: 2 }), 'other')
    expect(isReadable).toBe(false)
    expect(news.find(({ bucket }) => bucket === QUALITY)).toMatchObject({ cursor: 0, head: 2 })
  })

  test('a bucket whose class nobody knows comes last', async () => {
    const unknown = '0/later' as BucketId
    const grants = new Map<BucketId, Level>([[unknown, 'read'], ...all])
    // The first by its name: its cursor is the first.
    const heads = await server.store.read(({ records }) => records.heads([...grants.keys()]))
    const { news } = newsOf(heads, grants, { grants: 'tag', cursors: [5], limit: 9 }, 'tag')
    expect(news.at(-1)).toEqual({ bucket: unknown, cursor: 5, head: 0 })
  })

  test('sums speak of the buckets held to their heads alone', async () => {
    const sums = (cursors: Partial<Record<BucketId, number>>) =>
      server.store.read((session) =>
        sumsOf(session, all, { grants: 'tag', cursors: cursorsAt(cursors), limit: 9 }),
      )
    expect(Object.keys(await sums({ [QUALITY]: 2, [EVENTS]: 1 }))).toEqual([QUALITY])
    expect((await sums({ [QUALITY]: 2 }))[QUALITY]).toEqual([2, expect.any(Number)])
    expect(Object.keys(await sums({ [QUALITY]: 1, [EVENTS]: 1 }))).toEqual([])
    const empty = bucketId(siteId('empty'), 'quality')
    const nothing = await server.store.read((session) =>
      sumsOf(session, new Map([[empty, 'read']]), { grants: '', cursors: [], limit: 1 }),
    )
    expect(nothing).toEqual({ [empty]: [0, 0] })
  })

  test('pages stop at the room there is, and the last one reaches the head', async () => {
    const pages = async (limit: number, cursor = 0, head = 2) => {
      const heads = []
      for await (const { text } of pagesOf(server.store.read, [{ bucket: QUALITY, cursor, head }], {
        limit,
      })) {
        heads.push(JSON.parse(text.split('\n')[0] ?? ''))
      }
      return heads
    }
    expect(await pages(1)).toEqual([{ bucket: QUALITY, upTo: 1, seqs: [1] }])
    expect(await pages(2)).toEqual([{ bucket: QUALITY, upTo: 2, seqs: [1, 2] }])
    expect(await pages(9)).toEqual([{ bucket: QUALITY, upTo: 2, seqs: [1, 2] }])
    expect(await pages(9, 2)).toEqual([])
    // A head above its last row: what it stood for was overwritten, and the cursor passes it.
    expect(await pages(9, 0, 5)).toEqual([{ bucket: QUALITY, upTo: 5, seqs: [1, 2] }])
    // Written since the head was read: it comes along.
    expect(await pages(9, 0, 1)).toEqual([{ bucket: QUALITY, upTo: 2, seqs: [1, 2] }])
  })
})

const undefinedDevice = 'nobody' as TestDevice['id']

function photo(index: number) {
  const sha256 = String(index).padStart(64, '0')
  return { sha256, size: 10, mime: 'image/jpeg', width: 1, height: 1 }
}

function unwrap<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): { value: T } {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result
}
