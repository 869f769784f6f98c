import { afterEach, expect, it } from 'vitest'
import { createGateway, type Gateway } from '#data/gateway.ts'
import { createLocalStore } from '#data/local-state.ts'
import { type ReceivedPage, readLines } from '#data/page.ts'
import { plainSealer } from '#data/sealer.ts'
import type { KeptOp, PhotoNote, SyncMeta } from '#data/stored-shapes.ts'
import { commitResponse } from '#data/sync/commit-response.ts'
import { deviceId, recordId } from '#domain/shared/ids.ts'
import { applyOp } from '#protocol/merge.ts'
import { packRecord } from '#protocol/pack-record.ts'
import type { SyncHead } from '#protocol/sync.ts'
import { buildHead, buildSyncMeta } from '#tests/builders/build-sync.ts'
// Its IndexedDB in memory.
import '#tests/support/workspace.ts'
import { buildOp } from '../protocol/merge-world.ts'

let opened: Gateway | undefined
afterEach(() => opened?.close())

const op = buildOp({ device: 9, n: 1, f: { title: { v: 'Ranger', base: null } } })

function page(upTo = 4, id = 'r1'): ReceivedPage {
  const state = { ...applyOp(undefined, op).record, id: recordId(id) }
  const line = new TextEncoder().encode(packRecord(state))
  const read = readLines({ bucket: op.bucket, upTo, seqs: [upTo] }, line)
  if (!read) throw new Error('The page does not read')
  return read
}

it.each([
  [true, 1, { [op.bucket]: 4 }],
  [false, 0, {}],
])(
  'pages that may be taken (%s) are kept with their cursor, or neither is',
  async (takePages, rows, cursors) => {
    const device = deviceId(`commit-${takePages}`)
    opened = createGateway(device, () => Promise.resolve())
    const store = createLocalStore(opened, plainSealer, device)
    const response = buildHead({ grants: { [op.bucket]: 'write' } })
    await commitResponse(store, {
      response,
      pages: [page()],
      takePages,
      offsetMs: 0,
      receivedAt: 1,
    })
    expect(await opened.withDb((db) => db.pages.count())).toBe(rows)
    expect(store.state.sync.value.cursors).toEqual(cursors)
    expect(store.state.replica.get(recordId('r1')) !== undefined).toBe(takePages)
  },
)

it('an answer that says nothing new is not written again, until its hour is worth it', async () => {
  const device = deviceId('commit-quiet')
  opened = createGateway(device, () => Promise.resolve())
  const store = createLocalStore(opened, plainSealer, device)
  const gateway = opened
  const hear = async (receivedAt: number) => {
    const response = buildHead({ grants: { [op.bucket]: 'write' } })
    await commitResponse(store, { response, pages: [], takePages: true, offsetMs: 0, receivedAt })
    return (await gateway.withDb((db) => db.meta.get('sync')))?.rev
  }
  expect([await hear(1_000), await hear(2_000), await hear(3_600_000)]).toEqual([1, 1, 2])
  expect(store.state.sync.value.lastContactAt).toBe(3_600_000)
})

/** A store whose disk is empty, and what it keeps of the answers it hears. */
function listen(name: string, sync: Partial<SyncMeta> = {}) {
  const device = deviceId(name)
  const gateway = createGateway(device, () => Promise.resolve())
  opened = gateway
  const store = createLocalStore(gateway, plainSealer, device)
  const { state } = store
  state.sync = { rev: 0, value: buildSyncMeta(sync) }
  return {
    state,
    /** The revisions of what is on disk, once the answer is kept. */
    async hear(
      head: Partial<SyncHead> = {},
      {
        pages = [],
        takePages = true,
        offsetMs = 0,
        receivedAt = 1_000,
      }: {
        pages?: readonly ReceivedPage[]
        takePages?: boolean
        offsetMs?: number
        receivedAt?: number
      } = {},
    ) {
      const response = buildHead(head)
      await commitResponse(store, { response, pages, takePages, offsetMs, receivedAt })
      const [kept, author] = await gateway.withDb((db) => db.meta.bulkGet(['sync', 'author']))
      return [kept?.rev, author?.rev]
    },
    nos: () => gateway.withDb((db) => db.pages.toCollection().primaryKeys()),
  }
}

it('the hour of a contact is written each five minutes, and a clock that moved by a second', async () => {
  const { state, hear } = listen('commit-hours')
  const at = async (receivedAt: number, offsetMs = 0) => {
    const [rev] = await hear({}, { receivedAt, offsetMs })
    return rev
  }
  let told = 0
  state.onChange = () => {
    told++
  }
  expect(await at(200_000)).toBe(1)
  expect([await at(400_000), await at(499_999)]).toEqual([1, 1])
  expect([told, state.sync.value.lastContactAt]).toEqual([3, 499_999])
  expect([await at(500_000), await at(500_001, 999), await at(500_002, 999)]).toEqual([2, 2, 2])
  expect(await at(500_003, 1_999)).toBe(3)
})

it('what changed is written however recent the contact, and the author’s row when its numbers did', async () => {
  const { state, hear } = listen('commit-changed')
  expect(await hear()).toEqual([1, undefined])
  expect(await hear({ push: { last: 1, outcomes: [] } })).toEqual([2, 1])
  expect(await hear({ push: { last: 1, declared: 5, outcomes: [] } })).toEqual([3, 2])
  expect(state.author).toMatchObject({ rev: 2, value: { declared: 5 } })
  expect(await hear({ push: { last: 1, declared: 5, outcomes: [] } })).toEqual([3, 2])
  expect(await hear({ push: { last: 1, outcomes: [] } })).toEqual([3, 2])
})

it('pages are numbered and counted by bucket, above those of the readings before; an empty one is not kept', async () => {
  const { state, hear, nos } = listen('commit-pages')
  const empty = { ...page(6), seqs: [], lines: new Uint8Array(), packed: [] }
  await hear({}, { pages: [page(4), page(5, 'r2'), empty] })
  await hear({}, { pages: [page(7)] })
  expect(await nos()).toEqual([1, 2, 3].map((no) => [op.bucket, no]))
  expect([state.pageNos.get(op.bucket), state.pageRows.get(op.bucket)]).toEqual([3, 3])
  expect(state.sync.value.cursors).toEqual({ [op.bucket]: 7 })
  await opened?.close()
  const again = listen('commit-pages-anew', { generations: { [op.bucket]: 2 } })
  await again.hear({}, { pages: [page(4)] })
  expect(await again.nos()).toEqual([[op.bucket, 2 ** 21 + 1]])
  expect(again.state.replica.seqOf(recordId('r1'))).toBe(2 ** 41 + 4)
})

it('each operation goes as far as its outcome and what was received of its record allow', async () => {
  const { state, hear } = listen('commit-journeys')
  const keep = (n: number, rec: string, over: Partial<KeptOp> = {}) => {
    const own = { ...buildOp({ device: 9, n, f: op.f }), rec: recordId(rec) }
    state.ops.set(n, { n, state: 'pending', seq: 0, op: own, savedAt: 1, ...over })
  }
  for (const n of [1, 2, 3, 4, 5]) keep(n, n === 1 ? 'r1' : `other${n}`)
  keep(6, 'r1', { state: 'acked', seq: 4 })
  keep(7, 'r1', { state: 'acked', seq: 5 })
  keep(8, 'unheard', { state: 'acked', seq: 1 })
  keep(9, 'r1')
  const outcome = 'applied'
  const outcomes: SyncHead['push']['outcomes'] = [
    { n: 1, outcome, seq: 4 },
    { n: 2, outcome, seq: 4 },
    { n: 3, outcome: 'quarantined', reason: 'forbidden' },
    { n: 4, outcome: 'quarantined' },
    { n: 5, outcome },
    { n: 8, outcome, seq: 70 },
  ]
  await hear({ push: { last: 9, outcomes } }, { pages: [page()], receivedAt: 50 })
  expect(
    [...state.ops.values()].map(({ n, state, seq, ackedAt, reason }) => [
      ...[n, state, seq, ackedAt, reason],
    ]),
  ).toEqual([
    [2, 'acked', 4, 50, undefined],
    [3, 'quarantined', 0, 50, 'forbidden'],
    [4, 'quarantined', 0, 50, 'malformed'],
    [7, 'acked', 5, undefined, undefined],
    [8, 'acked', 1, undefined, undefined],
    [9, 'pending', 0, undefined, undefined],
  ])
  // Acknowledged at what is here already, in the reading of this moment and not of the one before.
  keep(10, 'r1')
  await hear({ push: { last: 10, outcomes: [{ n: 10, outcome, seq: 4 }] } })
  expect(state.ops.has(10)).toBe(false)
  state.sync = {
    ...state.sync,
    value: { ...state.sync.value, generations: { [op.bucket]: 1 } },
  }
  keep(11, 'r1')
  await hear({ push: { last: 11, outcomes: [{ n: 11, outcome, seq: 4 }] } })
  expect(state.ops.get(11)).toMatchObject({ state: 'acked', seq: 2 ** 40 + 4 })
})

it('an answer that gives no right moves nothing of what was known of rights', async () => {
  const before = {
    ...{ epoch: 'e0', tag: 'known', grants: { a: 'write' }, released: ['b'], expected: ['p'] },
    ...{ cursors: { a: 3 } },
  } satisfies Partial<SyncMeta>
  const { state, hear } = listen('commit-rights', before)
  const grants = { a: 'read', b: 'read', c: 'read' } as const
  const head = { epoch: undefined, tag: 'new', grants, expected: ['q'], news: { c: 2 } }
  await hear(head, { takePages: false })
  expect(state.sync.value).toMatchObject({ ...before, whole: [], isRevoked: false })
  await hear({ ...head, revoked: true })
  expect(state.sync.value).toMatchObject({
    ...{ epoch: 'e0', tag: 'new', grants, released: [], expected: ['q'] },
    ...{ whole: ['a', 'b'], isRevoked: true },
  })
  await hear({ epoch: 'e2', tag: undefined })
  expect(state.sync.value).toMatchObject({ epoch: 'e2', tag: 'new', grants, expected: [] })
})

it('a number lost is told once, and no longer once it is found', async () => {
  const other = { kind: 'restored', at: 1, count: 2 } as const
  const { state, hear } = listen('commit-losses', { notes: [other] })
  const lost = async (numbers: number[] | undefined, receivedAt: number) => {
    await hear(
      { push: { last: 4, outcomes: [], ...(numbers && { lost: numbers }) } },
      { receivedAt },
    )
    return [state.sync.value.lost, state.sync.value.notes]
  }
  const first = { kind: 'lost', at: 10, count: 2 }
  expect(await lost([2, 3], 10)).toEqual([
    [2, 3],
    [other, first],
  ])
  expect(await lost([2, 3], 20)).toEqual([
    [2, 3],
    [other, first],
  ])
  const second = { kind: 'lost', at: 30, count: 1 }
  expect(await lost([2, 3, 4], 30)).toEqual([
    [2, 3, 4],
    [other, first, second],
  ])
  expect(await lost(undefined, 40)).toEqual([[], [other]])
})

it('a photo is said sent once its operation was taken and the server does not ask for it', async () => {
  const { state, hear } = listen('commit-photos')
  const note = (n: number): PhotoNote => ({
    ...{ record: 'r1', type: 'audit', scope: 'home', n, size: 1, mime: 'image/jpeg', savedAt: 1 },
  })
  const keep = (n: number, journey: KeptOp['state']) =>
    state.ops.set(n, { n, state: journey, seq: 0, op: { ...op, rec: recordId('x') }, savedAt: 1 })
  keep(1, 'pending')
  keep(2, 'pending')
  keep(3, 'quarantined')
  keep(4, 'acked')
  keep(5, 'pending')
  const names = { taken: 1, waits: 2, refused: 3, acked: 4, asked: 5, gone: 6, latest: 7, later: 8 }
  for (const [name, n] of Object.entries(names)) state.photos.set(name, note(n))
  const outcomes = [1, 5].map((n) => ({ n, outcome: 'applied' as const, seq: 90 }))
  await hear({ push: { last: 7, outcomes }, wanted: ['asked'] })
  expect([...state.photos.keys()]).toEqual(['waits', 'refused', 'asked', 'later'])
})
