// @vitest-environment node
import 'fake-indexeddb/auto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import { runInTerminal } from '#tests/support/operator.ts'
import { joinTablet, oneFile, type Tablet } from '#tests/support/rendezvous-world.ts'
import { createTestServer, HOME_1, PEOPLE, type TestServer } from '#tests/support/test-server.ts'

let server: TestServer
let tablet: Tablet
let path: string

beforeEach(async () => {
  server = await createTestServer()
  tablet = await joinTablet(server, PEOPLE.officer)
  server.clock.now += 60_000
  tablet.isOnline = false
  await tablet.workspace.writer.create('audit', HOME_1, { form: 'audit-medication' })
  path = join(server.folder, 'cle-usb.escale')
  await writeFile(path, await oneFile(tablet))
})

afterEach(async () => {
  expect(await server.store.read(differencesWithLog)).toEqual([])
  tablet.close()
  await server.close()
})

/** The data have one writer: the office stops its server, takes the files, starts it again. */
async function run(...typed: string[]) {
  const { folder, clock } = server
  await server.stop()
  const told = await runInTerminal(['import', ...typed, '--receipts', folder], {
    dataFolder: folder,
    now: () => clock.now,
  })
  server = await createTestServer({ folder })
  server.clock.now = clock.now
  return told
}

async function receipts(): Promise<Uint8Array<ArrayBuffer>[]> {
  const names = (await readdir(server.folder)).filter((name) => name.startsWith('escale-recu-'))
  const files = await Promise.all(names.map((name) => readFile(join(server.folder, name))))
  return files.map((bytes) => Uint8Array.from(bytes))
}

test('the office takes a file from a USB key, twice for once, and the receipt goes back', async () => {
  const told = await run('--file', path)
  expect(told).toMatchObject({ code: 0, warned: [] })
  expect(told.out.join('\n')).toMatch(/1 saisie au serveur\. Reçu/)
  const [receipt] = await receipts()
  expect(receipt && (await tablet.handover.importFile(receipt))).toEqual({
    kind: 'receipt',
    answered: 1,
  })
  expect(tablet.workspace.sync.status()).toMatchObject({ allSent: true })

  expect((await run('--file', path)).code).toBe(0)
  const device = await server.store.read((session) =>
    session.directory.device(tablet.workspace.profile.device),
  )
  expect(device?.lastN).toBe(1)
})

test('a file that is not ours, or cut, is named in one sentence and changes nothing', async () => {
  const cut = join(server.folder, 'coupe.escale')
  await writeFile(cut, (await readFile(path)).subarray(0, 300))
  const other = join(server.folder, 'autre.pdf')
  await writeFile(other, '%PDF-1.7')
  const told = await run('--file', cut, '--file', other, '--file', join(server.folder, 'absent'))
  expect(told.code).toBe(1)
  expect(told.warned).toEqual([
    expect.stringContaining('coupé ou abîmé'),
    expect.stringContaining('pas un fichier de rendez-vous'),
    expect.stringContaining('pas de fichier'),
  ])
  expect(await receipts()).toEqual([])
})

test('while the server runs, the file is refused and not touched', async () => {
  const told = await runInTerminal(['import', '--file', path], { dataFolder: server.folder })
  expect(told).toMatchObject({ code: 1, out: [], warned: [expect.stringContaining('serveur')] })
})

test('no file named is said before anything is opened', async () => {
  expect(await run()).toMatchObject({ code: 1, warned: [expect.stringContaining('--file')] })
})
