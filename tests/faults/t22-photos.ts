import { existsSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Workspace } from '#data/workspace.ts'
import { sha256Hex } from '#protocol/hash-op.ts'
import { createDice, type Dice } from '#sync-server/demo/dice.ts'
import { HOME_1, PEOPLE } from '#tests/support/test-server.ts'
import { Broken, type Fault, must } from './fault.ts'
import { createDevice, type WorldDevice } from './world/device.ts'
import { createLinkedServer, type LinkedServer } from './world/linked-server.ts'
import { onSharedServer } from './world/shared-server.ts'

/** One case in so many carries two hundred photos, as a long day of visits does. */
const LONG_DAY_EVERY = 200
const MAX_ROUNDS = 60

interface Taken {
  readonly sha256: string
  readonly bytes: Uint8Array
}

/**
 * Photos sent while the link is cut at any byte, parts vanish or are spoiled on the server, another tab
 * sends too, the app is closed: « tout est envoyé » is never said while the server lacks one, and all of
 * them are there in the end, byte for byte.
 */
export const photos: Fault = {
  id: 'T22',
  title: 'photos cut, doubled, spoiled, forgotten by the server, the app closed',
  unit: 'photos',
  perCommit: 60,
  open: () => onSharedServer(runCase, () => createLinkedServer()),
}

async function runCase(server: LinkedServer, seed: number): Promise<number> {
  const dice = createDice(seed)
  const device = await createDevice(server, PEOPLE.officer, `s${seed}x`, dice)
  const tab = await device.openTab()
  const isLongDay = seed % LONG_DAY_EVERY === LONG_DAY_EVERY - 1
  const taken = await takePhotos(tab, dice, isLongDay ? 200 : dice.between(1, 5))
  const lies: string[] = []
  const watch = (opened: Workspace) => opened.sync.subscribe(() => lies.push(...liesOf(opened)))
  const liesOf = (opened: Workspace): readonly string[] => {
    const { allSent, photos: onTheirWay } = opened.sync.status()
    const missing = taken.filter(({ sha256 }) => !isOnShelf(server, sha256)).length
    if (allSent && missing > 0) return [`all is said sent, ${missing} photos are not there`]
    return onTheirWay.waiting < missing
      ? [`${onTheirWay.waiting} photos said to wait, ${missing} are not there`]
      : []
  }
  watch(tab)
  for (let rounds = 0; rounds < MAX_ROUNDS; rounds++) {
    const current = device.tabs[0] ?? (await device.openTab())
    if (current.sync.status().allSent) break
    // Ten faults, then the link is left alone.
    if (rounds < 10) await strike(server, device, taken, dice)
    const passing = current.sync.now()
    const befalls = rounds < 10 ? dice.roll() : 1
    if (befalls < 0.2) {
      await turns(dice.between(1, 40))
      device.closeTab(current)
      watch(await device.openTab())
    } else if (befalls < 0.4) {
      const other = await device.openTab()
      watch(other)
      await other.sync.now()
      await passing
      device.closeTab(other)
    }
    await passing
    server.link.cutAfter('up', Number.POSITIVE_INFINITY)
    server.link.cutAfter('down', Number.POSITIVE_INFINITY)
  }
  if (lies[0]) throw new Broken('I6', lies[0])
  const last = device.tabs[0] ?? (await device.openTab())
  must(last.sync.status().allSent, `not all sent: ${JSON.stringify(last.sync.status())}`)
  for (const { sha256, bytes } of taken) {
    const held = await readFile(shelfOf(server, sha256))
    must(held.equals(bytes), `${sha256} is not the photo taken`)
  }
  const stranded = (await readdir(partsOf(server))).filter((name) =>
    name.startsWith(device.profile.device),
  )
  must(stranded.length === 0, `parts left behind: ${stranded.join()}`)
  for (const opened of [...device.tabs]) device.closeTab(opened)
  return taken.length
}

async function takePhotos(tab: Workspace, dice: Dice, count: number): Promise<readonly Taken[]> {
  const taken: Taken[] = []
  let record = await tab.writer.create('audit', HOME_1, { title: 'Visite' })
  for (let index = 0; index < count; index++) {
    // A record names twenty photos at most.
    if (index % 20 === 19) record = await tab.writer.create('audit', HOME_1, { title: 'Suite' })
    const size = dice.chance(0.2) ? dice.between(70_000, 300_000) : dice.between(8, 3_000)
    const bytes = new Uint8Array(count > 100 ? dice.between(8, 400) : size)
    bytes.set([0xff, 0xd8, 0xff])
    for (let at = 3; at < bytes.length; at += 97) bytes[at] = dice.between(0, 255)
    bytes.set(new TextEncoder().encode(dice.id()).subarray(0, 5), 3)
    const photo = { bytes: bytes.slice().buffer, mime: 'image/jpeg', width: 4, height: 3 } as const
    await tab.writer.attach(record.id, `photos.P${index}`, photo)
    taken.push({ sha256: await sha256Hex(bytes.slice().buffer), bytes })
  }
  return taken
}

/** What goes wrong before the next round. */
async function strike(
  server: LinkedServer,
  { token, profile, network }: WorldDevice,
  taken: readonly Taken[],
  dice: Dice,
): Promise<void> {
  const { sha256, bytes } = dice.pick(taken)
  const part = join(partsOf(server), `${profile.device}.${sha256}`)
  switch (dice.between(0, 6)) {
    case 0:
    case 1:
      return server.link.cutAfter('up', dice.between(1, 60_000))
    case 2:
      return server.link.cutAfter('down', dice.between(1, 4_000))
    case 3:
      // The server forgot what it had of it: 404, and it is sent from the beginning.
      await rm(part, { force: true })
      await rm(`${part}.json`, { force: true })
      return
    case 4:
      if (existsSync(part)) await spoil(part)
      return
    case 5: {
      // Another tab of before a crash goes on where the server stands: 409 for this one.
      const held = existsSync(part) ? (await readFile(part)).length : 0
      await patch(server, { token, sha256 }, bytes, held, dice)
      return
    }
    default:
      network.fates.push(
        dice.pick(['arrives', 'twice'] as const),
        dice.pick(['answer-lost', 'request-flipped', 'busy', 'captive-portal'] as const),
      )
  }
}

async function spoil(part: string): Promise<void> {
  const bytes = await readFile(part)
  const [first] = bytes
  if (first !== undefined) bytes[0] = first ^ 1
  await writeFile(part, bytes)
}

async function patch(
  server: LinkedServer,
  { token, sha256 }: { token: string; sha256: string },
  bytes: Uint8Array,
  offset: number,
  dice: Dice,
): Promise<void> {
  const chunk = bytes.slice(offset, offset + dice.between(1, 500))
  if (chunk.length === 0) return
  const headers = {
    authorization: `Bearer ${token}`,
    'tus-resumable': '1.0.0',
    'upload-offset': String(offset),
    'content-type': 'application/offset+octet-stream',
  }
  const url = `/v1/uploads/${sha256}`
  await server.fetch(url, { method: 'PATCH', headers, body: chunk.slice().buffer })
}

/** A few turns of the loop: the app is closed in the middle of whatever it does. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve))
}

function isOnShelf(server: LinkedServer, sha256: string): boolean {
  return existsSync(shelfOf(server, sha256))
}

function shelfOf(server: LinkedServer, sha256: string): string {
  return join(server.now().folder, 'photos', sha256.slice(0, 2), sha256)
}

function partsOf(server: LinkedServer): string {
  return join(server.now().folder, 'photos', 'parts')
}
