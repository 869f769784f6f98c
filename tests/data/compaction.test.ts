import { expect, it, vi } from 'vitest'
import { createGateway } from '#data/gateway.ts'
import type { Snapshot } from '#data/workspace.ts'
import type { DeviceId } from '#domain/shared/ids.ts'
import { HOME_1, openTestWorkspace } from '#tests/support/workspace.ts'

const RECORDS = Array.from({ length: 200 }, (_, index) => ({
  id: `action-${String(index).padStart(3, '0')}`,
  type: 'action' as const,
  fields: { title: `Action ${index}` },
}))

it('rewriting pages changes their weight and nothing on the screen', async () => {
  const test = await openTestWorkspace({ records: RECORDS })
  const { workspace, server, profile, openAgain } = test
  for (let round = 0; round < 3; round++) {
    for (const { id } of RECORDS.slice(round * 10, round * 10 + 60)) {
      await server.write('action', HOME_1, id, { status: `round ${round}` })
    }
    await workspace.sync.now()
  }
  const shown = workspace.replica.list('action')
  // 200 + 60 + 60 + 60 rows received for 200 records: under a third was superseded until the last.
  await vi.waitFor(async () => expect(await storedRows(profile.device)).toBeLessThan(300))
  expect(await storedRows(profile.device)).toBeGreaterThanOrEqual(200)
  const again = await openAgain()
  expect(asPlain(again.replica.list('action'))).toEqual(asPlain(shown))

  await server.write('action', HOME_1, 'action-000', { status: 'later' })
  await again.sync.now()
  await workspace.sync.now()
  for (const tab of [again, workspace, await openAgain()]) {
    expect(tab.replica.list('action')[0]?.fields.status).toBe('later')
    expect(tab.replica.list('action')).toHaveLength(200)
  }
})

async function storedRows(device: DeviceId) {
  const gateway = createGateway(device, () => Promise.resolve())
  const pages = await gateway.withDb((db) => db.pages.toArray())
  gateway.close()
  return pages.reduce((sum, { count }) => sum + count, 0)
}

function asPlain(list: readonly Snapshot[]) {
  return list.map(({ id, fields }) => ({ id, fields: { ...fields } }))
}
