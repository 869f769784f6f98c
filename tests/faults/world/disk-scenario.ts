import type { Workspace } from '#data/workspace.ts'
import type { Fields } from '#domain/shared/json.ts'
import { createDice } from '#sync-server/demo/dice.ts'
import { HOME_1, PEOPLE } from '#tests/support/test-server.ts'
import { Broken, must } from '../fault.ts'
import { checkEachSaveOnce, checkNothingInvented, opsOnDisk, readTruth } from '../invariants.ts'
import { createDevice, type WorldDevice } from './device.ts'
import { type ArmedDisk, armDisk, type DiskFault } from './disk-faults.ts'
import type { FaultServer } from './fault-server.ts'

export interface Strike {
  readonly fault: DiskFault
  readonly at: number
  readonly lasting: boolean
}

/** Called at each refusal: throws when it is not one the person can be told of. */
type Hear = (error: unknown) => void

/**
 * A page that opens, writes, drafts, photographs, sends, is closed and opened again, while the disk is
 * struck once or from then on. Each save is either said done, and then on disk, or refused by name,
 * and then nowhere; once the disk is well, the same words are saved and everything is sent.
 */
export async function strikeDisk(
  server: FaultServer,
  seed: number,
  { fault, at, lasting }: Strike,
  hear: Hear,
): Promise<{ calls: number }> {
  const device = await createDevice(server, PEOPLE.officer, `s${seed}x`, createDice(seed))
  await (await device.openTab()).sync.now()
  const disk = armDisk(fault, at, lasting)
  try {
    await visit(device, hear)
    for (const tab of [...device.tabs]) device.closeTab(tab)
    await visit(device, hear)
  } finally {
    disk.repair()
  }
  await recover(server, device, disk)
  return { calls: disk.calls() }
}

async function visit(device: WorldDevice, hear: Hear): Promise<void> {
  const tab = device.tabs[0] ?? (await told(() => device.openTab(), hear))
  if (!tab) return
  const write = (unit: (mark: Fields) => Promise<unknown>, record?: string) =>
    told(() => device.save(unit, record), hear)
  await write((mark) => tab.writer.create('audit', HOME_1, { ...mark, title: 'Un' }))
  await told(() => tab.drafts.put('audit/note', 'des mots en cours'), hear)
  const [audit] = tab.replica.list('audit')
  if (audit) {
    await write((mark) => tab.writer.set(audit.id, { ...mark, comment: 'Deux' }), audit.id)
    await write((mark) => attach(tab, audit.id, mark), audit.id)
  }
  await tab.sync.now()
  if (audit) await write((mark) => tab.writer.set(audit.id, { ...mark, title: 'Trois' }), audit.id)
  await tab.sync.now()
  device.expectHonest()
}

/** A photo, then the words of its mark: two saves, of which the second tells. */
async function attach(tab: Workspace, id: Parameters<Workspace['writer']['set']>[0], mark: Fields) {
  const bytes = new Uint8Array([0xff, 0xd8, 0xff, 7]).buffer
  await tab.writer.attach(id, 'photos.P1', { bytes, mime: 'image/jpeg', width: 1, height: 1 })
  await tab.writer.set(id, mark)
}

async function told<T>(unit: () => Promise<T>, hear: Hear): Promise<T | undefined> {
  try {
    return await unit()
  } catch (error) {
    hear(error)
    return undefined
  }
}

async function recover(server: FaultServer, device: WorldDevice, disk: ArmedDisk): Promise<void> {
  const { device: id } = device.profile
  const before = await opsOnDisk(id)
  checkEachSaveOnce(device.marks, await readTruth(server.now()), before, { drained: false })
  checkRefusedIsNowhere(device, JSON.stringify(before))
  for (const tab of [...device.tabs]) device.closeTab(tab)
  const tab = await device.openTab()
  await device.save((mark) => tab.writer.create('audit', HOME_1, { ...mark, title: 'Après' }))
  await tab.sync.now()
  await tab.sync.now()
  device.expectHonest()
  const status = tab.sync.status()
  must(status.allSent, `after ${disk.calls()} calls: ${JSON.stringify(status)}`)
  const truth = await readTruth(server.now())
  const onDisk = await opsOnDisk(id)
  checkEachSaveOnce(device.marks, truth, onDisk, { drained: true })
  checkNothingInvented(id, truth, onDisk)
  checkRefusedIsNowhere(device, JSON.stringify(truth.entries.map(({ body }) => body)))
  device.closeTab(tab)
}

/** What the person was told was not saved must not come up later: they will have written it again. */
function checkRefusedIsNowhere({ refused }: WorldDevice, text: string): void {
  const ghost = refused.find((word) => text.includes(word))
  if (ghost) throw new Broken('I1', `${ghost} was refused, and is there`)
}
