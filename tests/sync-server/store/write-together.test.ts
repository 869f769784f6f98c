import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { dispositifId } from '#domain/shared/ids.ts'
import { openKyselyStore, openSqliteDatabase } from '#sync-server/store/kysely/kysely-store.ts'
import { writeTogether } from '#sync-server/store/kysely/write-together.ts'
import type { Session, Store } from '#sync-server/store/store.ts'

/* Writes that wait for the one writer of SQLite share a transaction, and none feels the others. */

let folder: string
let store: Store

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'escale-writes-'))
  store = await openKyselyStore(join(folder, 'data.sqlite'))
})

afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const add = (name: string) => (session: Session) =>
  session.directory.addDispositif({
    id: dispositifId(name),
    name,
    timeZone: 'Europe/Paris',
    createdAt: 1,
  })

const names = () =>
  store.read(async (session) => (await session.directory.dispositifs()).map(({ name }) => name))

it('of many writes asked at once, the ones that reject leave nothing and the others all stay', async () => {
  const asked = Array.from({ length: 120 }, (_, n) =>
    store.write(async (session) => {
      await add(`d-${n}`)(session)
      if (n % 3 === 0) throw new Error(`refused ${n}`)
      return n
    }),
  )
  const ended = await Promise.allSettled(asked)
  for (const [n, end] of ended.entries()) {
    if (n % 3 === 0)
      expect(end).toMatchObject({ status: 'rejected', reason: { message: `refused ${n}` } })
    else expect(end).toEqual({ status: 'fulfilled', value: n })
  }
  const kept = Array.from({ length: 120 }, (_, n) => n).filter((n) => n % 3 !== 0)
  expect(new Set(await names())).toEqual(new Set(kept.map((n) => `d-${n}`)))
})

it('a write sees what the one before it wrote, and nothing of one that was refused', async () => {
  const seen: string[][] = []
  const look = async (session: Session) => {
    seen.push((await session.directory.dispositifs()).map(({ name }) => name))
  }
  await Promise.allSettled([
    store.write(add('one')),
    store.write(async (session) => {
      await add('two')(session)
      throw new Error('refused')
    }),
    store.write(look),
  ])
  expect(seen).toEqual([['one']])
})

it('when the file was closed, whoever waits is told, and none is left without an answer', async () => {
  await store.close()
  const ended = await Promise.allSettled([store.write(add('one')), store.write(add('two'))])
  expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  store = await openKyselyStore(join(folder, 'data.sqlite'))
  expect(await names()).toEqual([])
})

it('a transaction the engine dropped refuses all that it held, and the next one is whole', async () => {
  await store.close()
  const { db } = await openSqliteDatabase(join(folder, 'data.sqlite'))
  const write = writeTogether(db, (connection) => connection)
  const insert = (name: string) => (connection: typeof db) =>
    connection
      .insertInto('dispositif')
      .values({ id: name, name, time_zone: 'Europe/Paris', created_at: 1 })
      .execute()
  const held = Promise.allSettled([
    write(insert('one')),
    write(async (connection) => {
      // What a full disk does: the engine takes the whole transaction back by itself.
      await sql`rollback`.execute(connection)
      throw new Error('database or disk is full')
    }),
  ])
  expect((await held).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await write(insert('three'))
  await db.destroy()
  store = await openKyselyStore(join(folder, 'data.sqlite'))
  expect(await names()).toEqual(['three'])
})

it('the writes of requests that are here in the same turn share one transaction', async () => {
  const { db } = await openSqliteDatabase(join(folder, 'shared.sqlite'))
  const opened = vi.spyOn(db, 'connection')
  const write = writeTogether(db, (connection) => connection)
  const request = () =>
    new Promise((resolve) => setTimeout(() => resolve(write(async () => 'done'))))
  await Promise.all([request(), request(), request()])
  expect(opened).toHaveBeenCalledTimes(1)
  await db.destroy()
})
