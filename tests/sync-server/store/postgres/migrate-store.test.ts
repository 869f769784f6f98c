// @vitest-environment node
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { seedDemo } from '#sync-server/demo/seed-demo.ts'
import { openStore, type StorePlace } from '#sync-server/store/open-store.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import { runInTerminal } from '#tests/support/operator.ts'
import { makeStorePlace } from '#tests/support/test-store.ts'

let folder: string
let database: StorePlace
const NOW = Date.parse('2026-11-24T13:00:00Z')

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'escale-'))
  await mkdir(join(folder, 'before'))
  database = await makeStorePlace()
  const store = await openStore({ dataFolder: join(folder, 'before') })
  await seedDemo(store, { now: NOW })
  await store.close()
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
  await rm(database.dataFolder, { recursive: true, force: true })
})

const url = () => database.databaseUrl ?? ''
const migrate = (from: string, to: string) =>
  runInTerminal(['migrate-store', '--from', from, '--to', to, '--json'])

test('a store goes to PostgreSQL and back with every row, its epoch and its key', async () => {
  const there = await migrate(join(folder, 'before'), url())
  expect(there.warned).toEqual([])
  expect(there.code).toBe(0)
  const back = await migrate(url(), join(folder, 'after'))
  expect(back.code).toBe(0)
  const tablesOf = ({ out }: typeof there) => JSON.parse(out.join('')).tables as unknown[]
  expect(tablesOf(back)).toEqual(tablesOf(there))

  const before = await factsOf({ dataFolder: join(folder, 'before') })
  expect(await factsOf(database)).toEqual(before)
  expect(await factsOf({ dataFolder: join(folder, 'after') })).toEqual(before)
})

test('the copy takes up where the original stood: the next entry follows the last', async () => {
  await migrate(join(folder, 'before'), url())
  const store = await openStore(database)
  try {
    const last = await store.settledPosition()
    await store.write(async ({ log, directory }) => {
      const [dispositif] = await directory.dispositifs()
      if (!dispositif) throw new Error('The demonstration has a dispositif')
      const [entry] = await log.after(0, 1)
      if (!entry) throw new Error('The demonstration has a log')
      await log.append([{ ...entry, n: 9_999_999 }])
    })
    expect(await store.settledPosition()).toBeGreaterThan(last)
  } finally {
    await store.close()
  }
})

test('a target that holds something is refused and left as it was', async () => {
  const store = await openStore(database)
  await seedDemo(store, { now: NOW - 86_400_000 })
  await store.close()
  const kept = await factsOf(database)
  const { code, warned } = await migrate(join(folder, 'before'), url())
  expect(code).toBe(1)
  expect(warned.join(' ')).toContain('n’est pas vide')
  expect(await factsOf(database)).toEqual(kept)
})

test('a store whose records are not its log is not copied', async () => {
  await migrate(join(folder, 'before'), url())
  const client = new pg.Client({ connectionString: url() })
  await client.connect()
  await client.query(
    `update record set state = jsonb_set(state::jsonb, '{4,0}', '"autre chose"')::text
      where id = (select min(id) from record)`,
  )
  await client.end()
  const { code, warned } = await migrate(url(), join(folder, 'after'))
  expect(code).toBe(1)
  expect(warned.join(' ')).toContain('rien n’a été gardé')
  const target = await openStore({ dataFolder: join(folder, 'after') })
  expect(await target.read(({ directory }) => directory.dispositifs())).toEqual([])
  await target.close()
})

async function factsOf(place: StorePlace) {
  const store = await openStore(place)
  try {
    return await store.read(async (session) => ({
      epoch: await session.meta.epoch(),
      serverKey: await session.meta.serverKey(),
      counts: await session.inventory.counts(),
      buckets: await session.inventory.buckets(),
      differences: await differencesWithLog(session),
    }))
  } finally {
    await store.close()
  }
}
