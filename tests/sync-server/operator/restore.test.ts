// @vitest-environment node
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { digestData } from '#sync-server/operator/backup/digest-data.ts'
import { readLastBackup } from '#sync-server/operator/backup/last-backup.ts'
import { openData } from '#sync-server/operator/open-data.ts'
import {
  AUDIT,
  type OperatorWorld,
  openOperatorWorld,
  PHOTO,
  PHOTO_NAME,
} from '#tests/support/operator-world.ts'
import { joinServer } from '#tests/support/real-device.ts'
import { createTestDevice, createTestServer, HOME_1, PEOPLE } from '#tests/support/test-server.ts'

let world: OperatorWorld
let restored: string
beforeEach(async () => {
  world = await openOperatorWorld()
  restored = join(world.folder, 'restored')
})
afterEach(() => world.close())

const key = () => world.keys[1]?.file ?? ''
const restore = (file: string, ...more: string[]) =>
  world.run(restored, 'restore', '--from', file, '--identity', key(), ...more)

async function factsOf(dataFolder: string) {
  const data = await openData(dataFolder)
  try {
    return await data.read(async (session) => ({
      epoch: await session.meta.epoch(),
      digest: await digestData(session),
    }))
  } finally {
    await data.close()
  }
}

test('a lost server comes back whole: same data, same photos, another epoch', async () => {
  const before = await factsOf(world.server.folder)
  const { file } = await world.backUp()
  world.server.clock.now += 3 * 3_600_000
  const { code, out, warned } = await restore(file)
  expect({ code, warned }).toEqual({ code: 0, warned: [] })
  expect(out.join('\n')).toMatch(/date de 3\sheures/)
  const after = await factsOf(restored)
  expect(after.digest).toBe(before.digest)
  expect(after.digest).toBe((await readLastBackup(world.server.folder))?.digest)
  expect(after.epoch).not.toBe(before.epoch)
  const photo = join(restored, 'photos', PHOTO_NAME.slice(0, 2), PHOTO_NAME)
  expect((await readFile(photo)).equals(PHOTO)).toBe(true)
  expect(await world.run(restored, 'verify')).toMatchObject({ code: 0 })
})

test('devices find the restored server behind them, send again what it lost, and nothing is twice', async () => {
  const { officer, lead, server } = world
  const { file } = await world.backUp()
  const late = [
    await officer.write({ rec: AUDIT, kind: 'set', fields: { 'answers.C3': 'yes' } }),
    await officer.write(),
  ]
  await officer.sync({ ops: late })
  const leads = await lead.write()
  await lead.sync({ ops: [leads] })
  const lost = await factsOf(server.folder)

  expect(await restore(file)).toMatchObject({ code: 0 })
  const again = await createTestServer({ folder: restored })
  try {
    const officerAgain = createTestDevice(again.post, officer.enrolled, again.clock)
    const leadAgain = createTestDevice(again.post, lead.enrolled, again.clock)
    const told = await officerAgain.sync({ from: 6, declared: 5 })
    expect(told.body.epoch).not.toBe(lost.epoch)
    expect(told.body.push.last).toBe(3)
    expect((await officerAgain.sync({ ops: late, declared: 5 })).body.push.last).toBe(5)
    expect((await leadAgain.sync({ ops: [leads], declared: 2 })).body.push.last).toBe(2)
    // Sent once more, as a device does whose answer was lost.
    expect((await officerAgain.sync({ ops: late, declared: 5 })).status).toBe(200)
    const operations = await again.store.read(async (session) => session.inventory.counts())
    const before = await server.store.read(async (session) => session.inventory.counts())
    expect(operations).toEqual(before)
    expect(await world.run(restored, 'verify')).toMatchObject({ code: 0 })
  } finally {
    await again.close()
  }
})

test('tablets and offices come back to a restored server, and everything is there again', async () => {
  const { server } = world
  const officer = await joinServer(server, PEOPLE.officer)
  const lead = await joinServer(server, PEOPLE['quality-lead'])
  try {
    const early = await officer.workspace.writer.create('audit', HOME_1, { note: 'avant' })
    await officer.workspace.sync.now()
    const { file } = await world.backUp()
    await officer.workspace.writer.set(early.id, { note: 'après' })
    await officer.workspace.sync.now()
    const late = await lead.workspace.writer.create('audit', HOME_1, { note: 'jamais sauvegardé' })
    await lead.workspace.sync.now()

    await server.whileStopped(async () => {
      const typed = ['restore', '--from', file, '--identity', key(), '--replace']
      expect(await world.run(server.folder, ...typed)).toMatchObject({ code: 0 })
    })
    for (const { workspace } of [officer, lead, officer]) await workspace.sync.now()
    for (const { workspace } of [officer, lead]) {
      expect(workspace.sync.status()).toMatchObject({ allSent: true, complete: true, awaited: [] })
      expect(workspace.replica.get(early.id)).toMatchObject({ fields: { note: 'après' } })
      expect(workspace.replica.get(late.id)).toMatchObject({
        fields: { note: 'jamais sauvegardé' },
      })
    }
    expect(await world.run(server.folder, 'verify')).toMatchObject({ code: 0 })
  } finally {
    officer.workspace.close()
    lead.workspace.close()
  }
})

test('a photo that no backup holds is asked of the device that took it', async () => {
  const { file } = await world.backUp('--without-photos')
  const { code, out } = await restore(file)
  expect(code).toBe(0)
  expect(out.join('\n')).toMatch(/0 photo \(1 autre attendue des appareils\)/)
  const again = await createTestServer({ folder: restored })
  try {
    const device = createTestDevice(again.post, world.officer.enrolled, again.clock)
    expect((await device.sync({ from: 4, declared: 3 })).body.wanted).toEqual([PHOTO_NAME])
  } finally {
    await again.close()
  }
})

test('data already there are refused; with --replace they are kept aside, whole', async () => {
  const { file } = await world.backUp()
  await restore(file)
  const first = await factsOf(restored)
  const refused = await restore(file)
  expect(refused.code).toBe(1)
  expect(refused.warned.join()).toMatch(/contient déjà des données/)
  expect(await factsOf(restored)).toEqual(first)

  expect(await restore(file, '--replace')).toMatchObject({ code: 0 })
  expect((await factsOf(restored)).epoch).not.toBe(first.epoch)
  const aside = (await readdir(restored)).filter((name) => name.startsWith('avant-restauration-'))
  expect(aside).toHaveLength(1)
  expect(await factsOf(join(restored, aside[0] ?? ''))).toEqual(first)
})

test('damaged data give way too, and are kept aside as they are', async () => {
  const { file } = await world.backUp()
  await mkdir(restored)
  const broken = Buffer.alloc(20_000, 'escale')
  await writeFile(join(restored, 'escale.sqlite'), broken)
  expect(await restore(file, '--replace')).toMatchObject({ code: 0 })
  const [aside] = (await readdir(restored)).filter((name) => name.startsWith('avant-'))
  expect((await readFile(join(restored, aside ?? '', 'escale.sqlite'))).equals(broken)).toBe(true)
})

test('a running server keeps its data: the restore is refused', async () => {
  const { file } = await world.backUp()
  const typed = ['restore', '--from', file, '--identity', key(), '--replace']
  const before = await factsOf(world.server.folder)
  const { code, warned } = await world.run(world.server.folder, ...typed)
  expect(code).toBe(1)
  expect(warned.join()).toMatch(/Un autre serveur Escale utilise déjà/)
  expect(await factsOf(world.server.folder)).toEqual(before)
})

test.each([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1_000)],
  ['with one byte changed', (bytes: Buffer) => flip(bytes, Math.floor(bytes.length / 2))],
  ['with a broken head', (bytes: Buffer) => flip(bytes, 40)],
  ['that is empty', () => Buffer.alloc(0)],
])('a sealed file %s is refused, and nothing is put in place', async (_, spoil) => {
  const { file } = await world.backUp()
  const spoilt = join(world.folder, basename(file))
  await copyFile(file, spoilt)
  await writeFile(spoilt, spoil(await readFile(file)))
  const { code, warned } = await restore(spoilt)
  expect(code).toBe(1)
  expect(warned.join()).toMatch(/abîmé ou incomplet|n’ouvre pas/)
  expect(await readdir(restored)).toEqual(['escale.sqlite.lock'])
})

test('another key opens nothing, and says so', async () => {
  const { file } = await world.backUp()
  const { out } = await world.run(restored, 'backup', '--keygen')
  await writeFile(key(), out.join('\n'))
  const { code, warned } = await restore(file)
  expect(code).toBe(1)
  expect(warned.join()).toMatch(/n’ouvre pas/)
})

test.each([
  [
    'a key file without a key',
    async (path: string) => writeFile(path, 'bonjour'),
    /ne contient pas/,
  ],
  ['a key file that is not there', async (path: string) => rm(path), /n’existe pas/],
])('%s is one sentence', async (_, spoil, sentence) => {
  const { file } = await world.backUp()
  await spoil(key())
  const { code, warned } = await restore(file)
  expect(code).toBe(1)
  expect(warned.join()).toMatch(sentence)
})

function flip(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}
