import type { Workspace } from '#data/workspace.ts'
import { createDice } from '#sync-server/demo/dice.ts'
import type { Way } from '#tests/support/poor-link.ts'
import { HOME_1, PEOPLE } from '#tests/support/test-server.ts'
import { type Fault, must } from './fault.ts'
import { checkEachSaveOnce, checkNothingInvented, opsOnDisk, readTruth } from './invariants.ts'
import { createDevice, type WorldDevice } from './world/device.ts'
import { createLinkedServer, type LinkedServer } from './world/linked-server.ts'
import { onSharedServer } from './world/shared-server.ts'

/** Prime to any length met: seeds that follow each other visit every byte, far apart at first. */
const STRIDE = 379
/** Bytes of a round by way, measured once on each server by a round that nothing cuts. */
const lengths = new WeakMap<LinkedServer, Record<Way, number>>()

/**
 * A round of two operations and a photo, its connection cut after each byte of what it sends, then of
 * what it receives: push, pull and photo. Made again, all is there once.
 */
export const everyByte: Fault = {
  id: 'T4',
  title: 'the connection cut after each byte, both ways',
  unit: 'cuts',
  perCommit: 400,
  open: () =>
    onSharedServer(
      async (server, seed) => {
        const { up, down } = lengths.get(server) ?? (await measure(server))
        const position = (seed * STRIDE) % (up + down)
        const [way, bytes] =
          position < up ? (['up', position] as const) : ['down' as const, position - up]
        await cutAndRepeat(server, seed, way, bytes)
        return 1
      },
      () => createLinkedServer(),
    ),
}

async function measure(server: LinkedServer): Promise<Record<Way, number>> {
  const { link } = server
  const { device, tab } = await writeSome(server, 0)
  const before = [link.crossed('up'), link.crossed('down')] as const
  await tab.sync.now()
  const measured = { up: link.crossed('up') - before[0], down: link.crossed('down') - before[1] }
  must(tab.sync.status().allSent, 'a round that nothing cut was not whole')
  device.closeTab(tab)
  lengths.set(server, measured)
  return measured
}

async function cutAndRepeat(server: LinkedServer, seed: number, way: Way, bytes: number) {
  const { link } = server
  const { device, tab } = await writeSome(server, seed)
  link.cutAfter(way, bytes)
  await tab.sync.now()
  link.cutAfter(way, Number.POSITIVE_INFINITY)
  const after = await readTruth(server.now())
  const onDisk = await opsOnDisk(device.profile.device)
  checkEachSaveOnce(device.marks, after, onDisk, { drained: false })
  await tab.sync.now()
  device.expectHonest()
  must(tab.sync.status().allSent, `not all sent after a cut ${way} at ${bytes}`)
  const truth = await readTruth(server.now())
  checkEachSaveOnce(device.marks, truth, await opsOnDisk(device.profile.device), { drained: true })
  checkNothingInvented(device.profile.device, truth, onDisk)
  device.closeTab(tab)
}

async function writeSome(
  server: LinkedServer,
  seed: number,
): Promise<{ device: WorldDevice; tab: Workspace }> {
  const device = await createDevice(server, PEOPLE.officer, `s${seed}x`, createDice(seed))
  const tab = await device.openTab()
  await device.save((mark) => tab.writer.create('audit', HOME_1, { ...mark, title: 'Coupé' }))
  const [audit] = tab.replica.list('audit')
  must(audit !== undefined, 'what was just written is not shown')
  const bytes = new Uint8Array(200).fill(seed % 251)
  bytes.set([0xff, 0xd8, 0xff, seed & 0xff, (seed >> 8) & 0xff])
  const photo = { bytes: bytes.buffer, mime: 'image/jpeg', width: 4, height: 3 } as const
  await tab.writer.attach(audit.id, 'photos.P1', photo)
  device.countDelete()
  return { device, tab }
}
