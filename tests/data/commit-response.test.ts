import { afterEach, expect, it } from 'vitest'
import { createGateway, type Gateway } from '#data/gateway.ts'
import { createLocalStore } from '#data/local-state.ts'
import { type ReceivedPage, readLines } from '#data/page.ts'
import { plainSealer } from '#data/sealer.ts'
import { commitResponse } from '#data/sync/commit-response.ts'
import { deviceId, recordId } from '#domain/shared/ids.ts'
import { applyOp } from '#protocol/merge.ts'
import { packRecord } from '#protocol/pack-record.ts'
import { buildHead } from '#tests/builders/build-sync.ts'
// Its IndexedDB in memory.
import '#tests/support/workspace.ts'
import { buildOp } from '../protocol/merge-world.ts'

let opened: Gateway | undefined
afterEach(() => opened?.close())

const op = buildOp({ device: 9, n: 1, f: { title: { v: 'Ranger', base: null } } })

function page(): ReceivedPage {
  const state = { ...applyOp(undefined, op).record, id: recordId('r1') }
  const line = new TextEncoder().encode(packRecord(state))
  const read = readLines({ bucket: op.bucket, upTo: 4, seqs: [4] }, line)
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
