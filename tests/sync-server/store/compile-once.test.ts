import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { expect, test } from 'vitest'
import { compileOnce } from '#sync-server/store/kysely/compile-once.ts'
import type { Tables } from '#sync-server/store/kysely/tables.ts'

type Asked = Pick<CompiledQuery, 'sql' | 'parameters'>

/** A database of either engine that only notes what it is asked. */
function notingDatabase(engine: 'sqlite' | 'postgres' = 'sqlite') {
  const asked: Asked[] = []
  const driver = new DummyDriver()
  driver.acquireConnection = async () => ({
    async executeQuery({ sql, parameters }) {
      asked.push({ sql, parameters })
      return { rows: [] }
    },
    streamQuery: () => {
      throw new Error('Nothing is streamed')
    },
  })
  const isPostgres = engine === 'postgres'
  const db = new Kysely<Tables>({
    dialect: {
      createDriver: () => driver,
      createAdapter: () => (isPostgres ? new PostgresAdapter() : new SqliteAdapter()),
      createQueryCompiler: () =>
        isPostgres ? new PostgresQueryCompiler() : new SqliteQueryCompiler(),
      createIntrospector: (of) =>
        isPostgres ? new PostgresIntrospector(of) : new SqliteIntrospector(of),
    },
  })
  return { db, asked }
}

test('a query is built once and asked each time with its own values', async () => {
  const { db, asked } = notingDatabase()
  let built = 0
  const linesAfter = compileOnce((on, { bucket, seq }: { bucket: string; seq: number }) => {
    built += 1
    const of = on.selectFrom('record').select('seq').where('seq', '>', seq)
    return of.where('bucket', '=', bucket).where('type', '=', 'audit')
  })
  await linesAfter(db, { bucket: 'a', seq: 1 })
  await linesAfter(db, { seq: 2, bucket: 'b' })
  expect(built).toBe(1)
  expect(asked.map(({ parameters }) => parameters)).toEqual([
    [1, 'a', 'audit'],
    [2, 'b', 'audit'],
  ])
})

test('lists of another length, rows of other columns and another engine have a text of their own', async () => {
  const { db, asked } = notingDatabase()
  const postgres = notingDatabase('postgres')
  const named = compileOnce((on, { ids }: { ids: readonly string[] }) =>
    on.selectFrom('record').select('seq').where('id', 'in', ids),
  )
  await named(db, { ids: ['a'] })
  await named(db, { ids: ['b', 'c'] })
  await named(postgres.db, { ids: ['d'] })
  type Lost = { device: string; n: number; noticed_at: number; found_at?: number | null }
  const noteLost = compileOnce((on, { rows }: { rows: readonly Lost[] }) =>
    on.insertInto('lost_number').values(rows),
  )
  await noteLost(db, { rows: [{ device: 'a', n: 1, noticed_at: 5 }] })
  await noteLost(db, { rows: [{ device: 'b', n: 2, noticed_at: 6, found_at: null }] })
  await noteLost(db, { rows: [{ n: 3, device: 'c', noticed_at: 7, found_at: 8 }] })
  await noteLost(db, {
    rows: [
      { device: 'd', n: 4, noticed_at: 9 },
      { noticed_at: 10, n: 5, device: 'e' },
    ],
  })
  expect([...asked, ...postgres.asked].map(({ sql }) => sql.match(/(in|values) .*/)?.[0])).toEqual([
    'in (?)',
    'in (?, ?)',
    'values (?, ?, ?)',
    'values (?, ?, ?, ?)',
    'values (?, ?, ?, ?)',
    'values (?, ?, ?), (?, ?, ?)',
    'in ($1)',
  ])
  expect([...asked, ...postgres.asked].map(({ parameters }) => parameters)).toEqual([
    ['a'],
    ['b', 'c'],
    ['a', 1, 5],
    ['b', 2, 6, null],
    [3, 'c', 7, 8],
    ['d', 4, 9, 'e', 5, 10],
    ['d'],
  ])
})
