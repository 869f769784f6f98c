import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type pg from 'pg'
import type { Tables } from './tables.ts'

/** A transaction on one connection of a pool. */
export interface HeldConnection {
  readonly db: Kysely<Tables>
  /** Opens it without waiting: it leaves with the first query, and runs before it. */
  begin(opening: string): Promise<unknown>
  /**
   * Commits what was asked so far, in the same breath. Rejects when a query of it failed: the database then ends the
   * transaction as if nothing were, without an error. Nothing may be asked after it.
   */
  commit(): Promise<unknown>
}

const COMMIT = CompiledQuery.raw('commit')
const known = new WeakMap<pg.PoolClient, HeldConnection>()

/**
 * Queries on one connection of a pool. Those asked together leave together and are answered in their order
 * (the connection is pipelined), where Kysely's own way to hold a connection waits for each before the
 * next: a round is twenty queries, and its time was that of going there and back.
 */
export function onConnection(client: pg.PoolClient): HeldConnection {
  const found = known.get(client)
  if (found) return found
  // One that dies while it is used rejects what it was asked; unheard, its event would end the process.
  client.on('error', () => undefined)
  const state = { isEnded: false }
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => ADAPTER,
      createDriver: () => heldDriver(client, state),
      createIntrospector: (of) => new PostgresIntrospector(of),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  const held: HeldConnection = {
    db,
    begin(opening) {
      state.isEnded = false
      return client.query(opening)
    },
    commit: () => db.executeQuery(COMMIT),
  }
  known.set(client, held)
  return held
}

/** One for all connections: it is by the adapter that a query compiled once is found again. */
const ADAPTER = new PostgresAdapter()

/** The connection is taken, opened and given back by whoever holds it. */
function heldDriver(client: pg.PoolClient, state: { isEnded: boolean }) {
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery) {
      // Alone, outside of its transaction, it would be kept when the rest was taken back.
      if (state.isEnded) throw new Error('A query came after the end of its transaction')
      if (sql === COMMIT.sql) {
        state.isEnded = true
        const { command } = await client.query(sql)
        if (command !== 'COMMIT') throw new Error(`A write ended with ${command}`)
        return { rows: [] }
      }
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
