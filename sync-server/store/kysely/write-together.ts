import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** Beyond it, those who wait to read wait too long. */
const WRITES_AT_ONCE = 50

interface Waiting {
  /** Runs the work on the open transaction; gives how to tell its caller, once the disk has it. */
  run(connection: Kysely<Tables>): Promise<() => void>
  reject(error: unknown): void
}

/**
 * `Store.write` for an engine with one writer: those that wait share one transaction, and so one
 * flush of the disk, which is what a crowd of small pushes waits for. Each has a savepoint of its own:
 * one that rejects leaves nothing, and none is told of its success before the commit of all.
 */
export function writeTogether<S>(
  db: Kysely<Tables>,
  sessionOf: (connection: Kysely<Tables>) => S,
): <T>(work: (session: S) => Promise<T>) => Promise<T> {
  const waiting: Waiting[] = []
  let isOpen = false

  async function drain(): Promise<void> {
    isOpen = true
    try {
      while (waiting.length > 0) {
        // Taken once the connection is free: whoever came meanwhile shares the flush.
        await db.connection().execute((connection) => commitWaiting(connection, waiting))
      }
    } catch (error) {
      // The file is closed, or its lock is not to be had: nobody was taken.
      for (const { reject } of waiting.splice(0)) reject(error)
    } finally {
      isOpen = false
    }
  }

  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({
        reject,
        async run(connection) {
          const result = await work(sessionOf(connection))
          return () => resolve(result)
        },
      })
      if (!isOpen) void drain()
    })
}

async function commitWaiting(connection: Kysely<Tables>, waiting: Waiting[]): Promise<void> {
  const taken: { readonly tell: () => void; readonly reject: (error: unknown) => void }[] = []
  let current: Waiting | undefined
  // The lock is taken at once, not at the first write: no reader is promoted in the middle.
  await sql`begin immediate`.execute(connection)
  try {
    for (let count = 0; count < WRITES_AT_ONCE; count++) {
      current = waiting.shift()
      if (!current) break
      const { run, reject } = current
      await sql`savepoint one_write`.execute(connection)
      try {
        taken.push({ tell: await run(connection), reject })
      } catch (error) {
        // The engine may have dropped the whole transaction (a full disk): then this throws, and all
        // are refused.
        await sql`rollback to one_write`.execute(connection)
        reject(error)
      }
      await sql`release one_write`.execute(connection)
    }
    current = undefined
    await sql`commit`.execute(connection)
  } catch (error) {
    await sql`rollback`.execute(connection).catch(() => undefined)
    current?.reject(error)
    for (const { reject } of taken) reject(error)
    return
  }
  for (const { tell } of taken) tell()
}
