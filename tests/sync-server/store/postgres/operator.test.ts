// @vitest-environment node
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { seedDemo } from '#sync-server/demo/seed-demo.ts'
import { digestData } from '#sync-server/operator/backup/digest-data.ts'
import { openData } from '#sync-server/operator/open-data.ts'
import { openStore, type StorePlace } from '#sync-server/store/open-store.ts'
import { runInTerminal } from '#tests/support/operator.ts'
import { makeStorePlace } from '#tests/support/test-store.ts'

/* The operator's commands where the data lie in PostgreSQL, its server running. */

const NOW = Date.parse('2026-11-24T13:00:00Z')
let folder: string
let place: StorePlace
let store: Awaited<ReturnType<typeof openStore>>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'escale-'))
  place = await makeStorePlace()
  store = await openStore(place)
  await seedDemo(store, { now: NOW })
})

afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
  await rm(place.dataFolder, { recursive: true, force: true })
})

const run = (...typed: string[]) =>
  runInTerminal(typed, {
    dataFolder: place.dataFolder,
    databaseUrl: place.databaseUrl ?? '',
    now: () => NOW,
  })

test('a backup made beside the server comes back as a data folder, equal and sound', async () => {
  const { out: key } = await run('backup', '--keygen')
  const identity = join(folder, 'cle.txt')
  await writeFile(identity, key.join('\n'))
  const recipient = /public key: (age1\S+)/.exec(key.join('\n'))?.[1] ?? ''
  const made = await run('backup', '--to', folder, '--recipient', recipient)
  expect(made).toMatchObject({ code: 0, warned: [] })
  const file = (await readdir(folder)).find((name) => name.endsWith('.age')) ?? ''

  const restored = join(folder, 'restored')
  const put = ['restore', '--from', join(folder, file), '--identity', identity]
  expect(await runInTerminal(put, { dataFolder: restored, now: () => NOW })).toMatchObject({
    code: 0,
  })
  expect(await runInTerminal(['verify'], { dataFolder: restored })).toMatchObject({ code: 0 })
  const back = await openData(restored)
  try {
    expect(await back.read(digestData)).toBe(await store.read(digestData))
  } finally {
    await back.close()
  }
})

test('the state names the database, its size and what it holds', async () => {
  const { code, out } = await run('status', '--json')
  expect(code).toBe(0)
  const state = JSON.parse(out.join(''))
  expect(state.driver).toMatch(/PostgreSQL/)
  expect(state.dataBytes).toBeGreaterThan(100_000)
  expect(state).toMatchObject(await store.read(({ inventory }) => inventory.counts()))
})

test('a file that is none of ours changes nothing, and says so', async () => {
  const file = join(folder, 'autre.escale')
  await writeFile(file, 'bonjour')
  const { code, warned } = await run('import', '--file', file)
  expect(code).toBe(1)
  expect(warned.join()).toMatch(/n’a rien changé/)
})
