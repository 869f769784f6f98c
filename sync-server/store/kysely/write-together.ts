import { setImmediate as restOfTheTurn } from 'node:timers/promises'
import { CompiledQuery, type Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Beyond it, those who wait to read wait too long. */
const WRITES_AT_ONCE = 50

const BEGIN = CompiledQuery.raw('begin immediate')
const BEGIN_ONE = CompiledQuery.raw('savepoint one_write')
const UNDO_ONE = CompiledQuery.raw('rollback to one_write')
const END_ONE = CompiledQuery.raw('release one_write')
const COMMIT = CompiledQuery.raw('commit')
const UNDO = CompiledQuery.raw('rollback')

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
        // Requests that are here already are read first: the engine answers at once, so none would ever wait.
        await restOfTheTurn()
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
  await connection.executeQuery(BEGIN)
  try {
    for (let count = 0; count < WRITES_AT_ONCE; count++) {
      current = waiting.shift()
      if (!current) break
      const { run, reject } = current
      await connection.executeQuery(BEGIN_ONE)
      try {
        taken.push({ tell: await run(connection), reject })
      } catch (error) {
        // The engine may have dropped the whole transaction (a full disk): then this throws, and all
        // are refused.
        await connection.executeQuery(UNDO_ONE)
        reject(error)
      }
      await connection.executeQuery(END_ONE)
    }
    current = undefined
    await connection.executeQuery(COMMIT)
  } catch (error) {
    await connection.executeQuery(UNDO).catch(() => undefined)
    current?.reject(error)
    for (const { reject } of taken) reject(error)
    return
  }
  for (const { tell } of taken) tell()
}
