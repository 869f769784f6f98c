import {
  type CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type pg from 'pg'
import type { Tables } from './tables.ts'

const known = new WeakMap<pg.PoolClient, Kysely<Tables>>()

/**
 * Queries on one connection of a pool. Those asked together leave together and are answered in their order
 * (the connection is pipelined), where Kysely's own way to hold a connection waits for each before the
 * next: a round is twenty queries, and its time was that of going there and back.
 */
export function onConnection(client: pg.PoolClient): Kysely<Tables> {
  const found = known.get(client)
  if (found) return found
  // One that dies while it is used rejects what it was asked; unheard, its event would end the process.
  client.on('error', () => undefined)
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => heldDriver(client),
      createIntrospector: (of) => new PostgresIntrospector(of),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  known.set(client, db)
  return db
}

/** The connection is taken, opened and given back by whoever holds it. */
function heldDriver(client: pg.PoolClient) {
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery) {
      const { rows, rowCount } = await client.query<R & pg.QueryResultRow>(sql, [...parameters])
      return { rows, ...(rowCount !== null && { numAffectedRows: BigInt(rowCount) }) }
    },
    streamQuery() {
      throw new Error('A held connection streams nothing')
    },
  }
  const isElsewhere = async () => {
    throw new Error('The transaction is the holder’s')
  }
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    releaseConnection: async () => {},
    beginTransaction: isElsewhere,
    commitTransaction: isElsewhere,
    rollbackTransaction: isElsewhere,
    destroy: async () => {},
  }
}
