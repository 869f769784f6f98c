import { canonicalJson } from '#protocol/hash-op.ts'
import { shownFields } from '#protocol/merge.ts'
import { createDice } from '#sync-server/demo/dice.ts'
import { HOME_1, PEOPLE } from '#tests/support/test-server.ts'
import { type Fault, must } from './fault.ts'
import { checkEachSaveOnce, checkNothingInvented, opsOnDisk, readTruth } from './invariants.ts'
import { createDevice } from './world/device.ts'
import { createFaultServer, type FaultServer } from './world/fault-server.ts'
import { onSharedServer } from './world/shared-server.ts'

const DAMAGE = [
  'request-flipped',
  'request-truncated',
  'wrong-digest',
  'answer-flipped',
  'answer-cut',
] as const

/**
 * One bit of a request or of an answer is another, its end is missing, or its digest is that of another: the whole of it is turned
 * away, on either side, and the next round finds everything as it was written.
 */
export const corruption: Fault = {
  id: 'T6',
  title: 'a bit flipped, an end missing or another digest, in what is sent and what is received',
  unit: 'damages',
  perCommit: 250,
  open: () => onSharedServer(runCase, () => createFaultServer()),
}

async function runCase(server: FaultServer, seed: number): Promise<number> {
  const dice = createDice(seed)
  const device = await createDevice(server, PEOPLE.officer, `s${seed}x`, dice)
  const tab = await device.openTab()
  const damage = dice.pick(DAMAGE)
  for (let count = dice.between(1, 3); count > 0; count--) {
    const fields = { title: 'Écrit à la main', 'answers.C1': dice.between(0, 9) }
    await device.save((mark) => tab.writer.create('audit', HOME_1, { ...mark, ...fields }))
  }
  device.network.fates.push(damage)
  await tab.sync.now()
  device.expectHonest()
  const { device: id } = device.profile
  const meanwhile = (await readTruth(server.now())).entries.filter((entry) => entry.device === id)
  const isKept = meanwhile.length > 0
  must(!isKept || damage.startsWith('answer'), `${meanwhile.length} operations kept of a ${damage}`)
  // What arrived intact may be kept; what is shown is what the server holds, to the letter.
  const { records } = await readTruth(server.now())
  for (const { id, fields } of tab.replica.list('site')) {
    const held = records.find((state) => state.id === id)
    const isTrue = held && canonicalJson({ ...fields }) === canonicalJson({ ...shownFields(held) })
    must(isTrue === true, `${id} was taken from a ${damage}: ${JSON.stringify(fields)}`)
  }
  await tab.sync.now()
  const status = tab.sync.status()
  must(status.allSent, `after a ${damage}: ${JSON.stringify(status)}`)
  const truth = await readTruth(server.now())
  const onDisk = await opsOnDisk(id)
  checkEachSaveOnce(device.marks, truth, onDisk, { drained: true })
  checkNothingInvented(id, truth, onDisk)
  for (const { record } of device.marks) {
    const held = truth.records.find((state) => state.id === record)?.f.title?.v
    must(held === 'Écrit à la main', `${String(held)} was kept in place of what was written`)
  }
  device.closeTab(tab)
  return 1
}
