import { expect, it } from 'vitest'
import { armDisk } from '#tests/faults/world/disk-faults.ts'
import { HOME_1, openTestWorkspace } from '#tests/support/workspace.ts'

it('a connection lost while the tables are looked at is opened again, and nothing is lost', async () => {
  const { workspace, openAgain } = await openTestWorkspace()
  const { id } = await workspace.writer.create('action', HOME_1, { title: 'à faire' })
  workspace.close()
  // Dexie takes a transaction to look at the tables as it opens, and keeps silent when it fails.
  const disk = armDisk('lost-connection', 0, false)
  const again = await openAgain().finally(disk.repair)
  expect(disk.calls()).toBeGreaterThan(1)
  expect(again.replica.get(id)?.fields).toEqual({ title: 'à faire' })
})
