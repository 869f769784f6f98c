import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type StorePlace } from '#sync-server/store/open-store.ts'
import type { Store } from '#sync-server/store/store.ts'
import { createDatabase } from './postgres.ts'

export interface TestStore {
  readonly store: Store
  readonly place: StorePlace
  remove(): Promise<void>
}

/** An empty place for a store, of the kind this run of the tests is about. */
export async function makeStorePlace(): Promise<StorePlace> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'escale-'))
  if (!isOnPostgres()) return { dataFolder }
  const postgresUrl = process.env.CAMPAIGN_POSTGRES ?? (await urlOfTheRun())
  if (!postgresUrl) return { dataFolder }
  const name = `t${randomUUID().replaceAll('-', '')}`
  return { dataFolder, databaseUrl: await createDatabase(postgresUrl, name) }
}

/** A fresh store, removed by `remove` once it is closed. */
export async function openTestStore(): Promise<TestStore> {
  const place = await makeStorePlace()
  const store = await openStore(place)
  return {
    store,
    place,
    async remove() {
      await store.close()
      await rm(place.dataFolder, { recursive: true, force: true })
    },
  }
}

async function urlOfTheRun(): Promise<string | undefined> {
  // Here and not above: the fault campaign builds servers outside any test runner.
  const { inject } = await import('vitest')
  return inject('postgresUrl')
}

/** True in the project « postgres », which runs the server's tests once more. */
function isOnPostgres(): boolean {
  return process.env.TEST_STORE === 'postgres'
}
