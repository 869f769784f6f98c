import type { Workspace } from '#data/workspace.ts'
import { DIGEST_HEADER, digestOf } from '#protocol/content-digest.ts'
import { hashOp } from '#protocol/hash-op.ts'
import type { Op } from '#protocol/op.ts'
import { createDice, type Dice } from '#sync-server/demo/dice.ts'
import { HOME_1, PEOPLE } from '#tests/support/test-server.ts'
import { type Fault, must } from './fault.ts'
import { checkNothingInvented, opsOnDisk, readTruth } from './invariants.ts'
import { createDevice, type WorldDevice } from './world/device.ts'
import { createFaultServer, type FaultServer } from './world/fault-server.ts'
import { onSharedServer } from './world/shared-server.ts'

/**
 * - `previous`: an app of before the last additions; it says less in its requests (no sums asked, no loss
 *   named) and understands as much.
 * - `next`: an app of after; its operations and writes carry what this server does not know.
 * - `too-old`: an app whose protocol the server no longer answers with states: it only hands over.
 */
const AGES = ['previous', 'next', 'too-old'] as const
type Age = (typeof AGES)[number]

/**
 * A device whose app is older or newer than its server from one request on, then is brought up to date
 * at any of its later ones: every push is taken, nothing it does not know is dropped, and up to date it
 * holds what everybody holds.
 */
export const versions: Fault = {
  id: 'T14',
  title: 'apps older and newer than the server, brought up to date at any request',
  unit: 'requests',
  perCommit: 24,
  open: () => onSharedServer(runCase, createFaultServer),
}

async function runCase(server: FaultServer, seed: number): Promise<number> {
  const dice = createDice(seed)
  const age = AGES[seed % AGES.length] ?? 'previous'
  let requests = 0
  const changesAt = dice.between(1, 5)
  const updatedAt = changesAt + dice.between(1, 8)
  const isOfAge = () => requests >= changesAt && requests < updatedAt
  const way = {
    ...server,
    fetch: async (url: string, init: RequestInit) => {
      requests++
      return server.fetch(url, isOfAge() ? await asSaidBy(age, init) : init)
    },
  }
  const device = await createDevice(way, PEOPLE['quality-lead'], `s${seed}x`, dice)
  const tab = await device.openTab()
  while (requests < updatedAt) {
    await write(device, tab, dice)
    await tab.sync.now()
    device.expectHonest()
    const { waiting, round } = tab.sync.status()
    must(waiting.length === 0, `an app ${age} keeps ${waiting.length} records: ${round.kind}`)
  }
  await write(device, tab, dice)
  await tab.sync.now()
  await tab.sync.now()
  const status = tab.sync.status()
  must(status.allSent && status.complete, `up to date, it ends with ${JSON.stringify(status)}`)
  const { entries } = await readTruth(server.now())
  for (const { word } of device.marks) {
    const held = entries.find(({ body }) => body.includes(word))
    must(held !== undefined && held.outcome !== 'quarantined', `${word} was ${held?.outcome}`)
  }
  if (age !== 'next') {
    const onDisk = await opsOnDisk(device.profile.device)
    checkNothingInvented(device.profile.device, { entries, records: [] }, onDisk)
  } else {
    const mine = entries.filter((entry) => entry.device === device.profile.device)
    const lost = mine.find(({ body }) => body.includes(MARK) !== body.includes(MARK_OF_WRITE))
    must(lost === undefined, `${lost?.op} kept half of what a newer app said`)
  }
  device.closeTab(tab)
  return requests
}

async function write(device: WorldDevice, tab: Workspace, dice: Dice): Promise<void> {
  const [audit] = tab.replica.list('audit')
  if (audit && dice.chance(0.5)) {
    await device.save((mark) => tab.writer.set(audit.id, mark), audit.id)
  } else await device.save((mark) => tab.writer.create('audit', HOME_1, mark))
}

const MARK = 'from-a-newer-app'
const MARK_OF_WRITE = 'from-a-newer-write'

interface SyncBody {
  protocol: number
  push: { ops: Op[]; lost?: readonly number[] }
  pull?: { sums?: boolean }
}

/** The same request in the words of another version, its digest made anew as that version would. */
async function asSaidBy(age: Age, init: RequestInit): Promise<RequestInit> {
  if (typeof init.body !== 'string') return init
  const said = JSON.parse(init.body) as SyncBody
  if (!said.push) return init
  const body = JSON.stringify(await inWordsOf(age, said))
  const headers = new Headers(init.headers)
  headers.set(DIGEST_HEADER, await digestOf(body))
  return { ...init, body, headers }
}

async function inWordsOf(age: Age, said: SyncBody): Promise<object> {
  if (age === 'too-old') return { ...said, protocol: 0 }
  if (age === 'previous') {
    const { sums: _, ...pull } = said.pull ?? {}
    const { lost: __, ...push } = said.push
    return { ...said, push, ...(said.pull && { pull }) }
  }
  return { ...said, push: { ...said.push, ops: await Promise.all(said.push.ops.map(newer)) } }
}

function newer({ hash: _, ...op }: Op): Promise<object> {
  const f = Object.fromEntries(
    Object.entries(op.f).map(([name, written]) => [name, { ...written, later: MARK_OF_WRITE }]),
  )
  return hashOp({ ...op, f, later: MARK } as Omit<Op, 'hash'>)
}
