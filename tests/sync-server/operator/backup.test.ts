// @vitest-environment node
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Decrypter } from 'age-encryption'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readLastBackup } from '#sync-server/operator/backup/last-backup.ts'
import { damage } from '#tests/support/damage.ts'
import {
  AUDIT,
  type OperatorWorld,
  openOperatorWorld,
  PHOTO_NAME,
} from '#tests/support/operator-world.ts'

let world: OperatorWorld
beforeEach(async () => {
  world = await openOperatorWorld()
})
afterEach(() => world.close())

const backups = () => join(world.folder, 'backups')

test('a backup is made while the server writes, and either key opens it, without Escale', async () => {
  const { server, officer } = world
  const pushing = (async () => {
    for (let count = 0; count < 20; count += 1) await officer.sync({ ops: [await officer.write()] })
  })()
  const { told, file } = await world.backUp()
  await pushing
  expect(told).toMatchObject({ code: 0, warned: [] })
  for (const key of world.keys) {
    const secret = /AGE-SECRET-KEY-\S+/.exec(await readFile(key.file, 'utf8'))?.[0] ?? ''
    const opener = new Decrypter()
    opener.addIdentity(secret)
    const opened = await opener.decrypt(new Uint8Array(await readFile(file)))
    expect(gunzipSync(opened).toString('latin1', 0, 15)).toBe('SQLite format 3')
  }
  expect(server.faults).toEqual([])
})

test('nothing readable lies on the medium, and nothing of the copy stays beside the data', async () => {
  const { file } = await world.backUp()
  const bytes = await readFile(file)
  for (const planted of ['SQLite', 'Les Acomats', AUDIT])
    expect(bytes.includes(planted)).toBe(false)
  expect((await readdir(world.server.folder)).sort()).not.toContain('.backup')
})

test('each photo is sealed once, however many backups follow', async () => {
  await world.backUp()
  world.server.clock.now += 3_600_000
  await world.backUp()
  const names = await readdir(backups())
  expect(names.filter((name) => name.endsWith('.age'))).toHaveLength(2)
  const photos = names.filter((name) => name.startsWith('photos-'))
  expect(photos).toHaveLength(1)
  const shelf = join(backups(), photos[0] ?? '', PHOTO_NAME.slice(0, 2))
  expect(await readdir(shelf)).toEqual([`${PHOTO_NAME}.age`])
})

test('other keys begin another folder of photos, so that a key of today opens all of today', async () => {
  await world.backUp()
  const alone = world.keys[0]?.recipient ?? ''
  await world.run(world.server.folder, 'backup', '--to', backups(), '--recipient', alone)
  const names = await readdir(backups())
  expect(names.filter((name) => name.startsWith('photos-'))).toHaveLength(2)
})

test('a backup that succeeded is noted, with the digest of what it holds', async () => {
  const { told } = await world.backUp()
  const noted = await readLastBackup(world.server.folder)
  expect(noted).toMatchObject({ at: world.server.clock.now, photos: 1 })
  expect(told.out.join('\n')).toContain(noted?.digest.slice(0, 4))
})

test('--keep lets old backups go and leaves the newest', async () => {
  for (let count = 0; count < 3; count += 1) {
    await world.backUp('--keep', '2,0,0')
    world.server.clock.now += 3_600_000
  }
  const names = (await readdir(backups())).filter((name) => name.endsWith('.age')).sort()
  expect(names).toEqual(['escale-2026-11-24T14-00-00Z.age', 'escale-2026-11-24T15-00-00Z.age'])
})

test('data with a fault are kept apart, told, and push no sound backup out', async () => {
  await world.backUp('--keep', '1,0,0')
  damage(world.server.folder, `delete from record where id = '${AUDIT}'`)
  world.server.clock.now += 3_600_000
  const { told, file } = await world.backUp('--keep', '1,0,0')
  expect(told.code).toBe(1)
  expect(told.warned.join('\n')).toMatch(/audit-1 n’est pas ce que le journal raconte/)
  expect(file).toMatch(/-suspecte\.age$/)
  expect(await readdir(backups())).toContain('escale-2026-11-24T13-00-00Z.age')
  expect((await readLastBackup(world.server.folder))?.file).not.toMatch(/suspecte/)
})

test('a photo that is gone here is told, and the data are saved all the same', async () => {
  await rm(join(world.server.folder, 'photos'), { recursive: true })
  const { told, file } = await world.backUp()
  expect(told.code).toBe(1)
  expect(told.warned.join('\n')).toMatch(/absentes ou abîmées ici : 1/)
  expect((await readFile(file)).length).toBeGreaterThan(1_000)
})

test('a secret key given by mistake is refused and not shown', async () => {
  const secret = /AGE-SECRET-KEY-\S+/.exec(await readFile(world.keys[0]?.file ?? '', 'utf8'))?.[0]
  const typed = ['backup', '--to', backups(), '--recipient', secret ?? '']
  const { code, warned } = await world.run(world.server.folder, ...typed)
  expect(code).toBe(1)
  expect(warned.join()).toMatch(/clé secrète/)
  expect(warned.join()).not.toContain(secret)
})

test.each([
  ['no folder', ['--recipient', 'age1x'], /--to DOSSIER/],
  ['no key', ['--to', 'x'], /--recipient/],
  ['a key that is none', ['--to', 'x', '--recipient', 'age1x'], /n’est pas une clé publique/],
  ['a rule that is none', ['--to', 'x', '--recipient', 'age1x', '--keep', '3'], /trois nombres/],
])('%s is one sentence', async (_, options, sentence) => {
  const { code, warned } = await world.run(world.server.folder, 'backup', ...options)
  expect(code).toBe(1)
  expect(warned).toHaveLength(1)
  expect(warned[0]).toMatch(sentence)
})

test('a medium that cannot be written is named, not the data folder', async () => {
  const file = join(world.folder, 'not-a-folder')
  await writeFile(file, '')
  const recipient = world.keys[0]?.recipient ?? ''
  const typed = ['backup', '--to', file, '--recipient', recipient]
  const { code, warned } = await world.run(world.server.folder, ...typed)
  expect(code).toBe(1)
  expect(warned.join()).toMatch(/not-a-folder » ne peut pas être écrit/)
})
