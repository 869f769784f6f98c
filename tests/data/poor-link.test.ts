import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Workspace } from '#data/workspace.ts'
import { createDice, type Dice } from '#sync-server/demo/dice.ts'
import { checkEachSaveOnce, opsOnDisk, readTruth } from '#tests/faults/invariants.ts'
import { createDevice, type WorldDevice } from '#tests/faults/world/device.ts'
import { createLinkedServer, type LinkedServer } from '#tests/faults/world/linked-server.ts'
import { HOME_1, PEOPLE } from '#tests/support/test-server.ts'

/* By the bytes that cross, for they do not depend on the machine; `npm run link` gives the seconds. */

let server: LinkedServer
let device: WorldDevice
let tab: Workspace
let dice: Dice

beforeEach(async () => {
  dice = createDice(7)
  server = await createLinkedServer({ bitsPerSecond: 8_000_000, lossRate: 0.05, rttMs: 4, seed: 7 })
  device = await createDevice(server, PEOPLE.officer, 'd0', dice)
  tab = await device.openTab()
  await tab.sync.now()
})

afterEach(async () => {
  device.closeTab(tab)
  expect(server.now().faults).toEqual([])
  await server.close()
})

it('a hundred operations pass by parts over a link that is cut, each once', async () => {
  for (let made = 0; made < 100; made++) {
    await device.save((mark) => tab.writer.create('audit', HOME_1, { ...mark, title: 'Constat' }))
  }
  // A request cut in the middle of a slow link: the clock of the device went on meanwhile.
  for (const bytes of [9_000, 9_000, 30_000]) {
    server.link.cutAfter('up', bytes)
    const round = tab.sync.now()
    device.clock.advance(9_000)
    await round
  }
  server.link.cutAfter('up', Number.POSITIVE_INFINITY)
  await tab.sync.now()
  expect(tab.sync.status().allSent).toBe(true)
  const onDisk = await opsOnDisk(device.profile.device)
  checkEachSaveOnce(device.marks, await readTruth(server.now()), onDisk, { drained: true })
}, 60_000)

it('a photo of 2 MB goes on from each cut: at most a tenth of it crosses twice', async () => {
  const bytes = new Uint8Array(2_000_000)
  for (let at = 0; at < bytes.length; at += 7) bytes[at] = dice.between(0, 255)
  bytes.set([0xff, 0xd8, 0xff])
  const { id } = await tab.writer.create('audit', HOME_1, { title: 'Photo' })
  await tab.sync.now()
  const photo = { bytes: bytes.buffer, mime: 'image/jpeg', width: 2_048, height: 1_536 } as const
  await tab.writer.attach(id, 'photos.P1', photo)
  const before = server.link.crossed('up')
  server.link.cutEvery('up', () => dice.between(60_000, 200_000))
  while (!tab.sync.status().allSent) await tab.sync.now()
  expect(server.link.cuts()).toBeGreaterThan(9)
  expect(server.link.crossed('up') - before).toBeLessThan(1.1 * bytes.length)
}, 60_000)
