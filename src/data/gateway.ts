import { createLocalDb, type LocalDb } from './db.ts'
import { isLostConnection, StorageError, toStorageError } from './storage-error.ts'

/** Waits between reopenings, ms. */
const REOPEN_AFTER_MS = [50, 150, 500, 1_000, 2_000] as const

export interface Gateway {
  /** Runs a unit on the database. It may run twice: it must be idempotent. */
  withDb<T>(unit: (db: LocalDb) => Promise<T>): Promise<T>
  /** As `withDb`, for words: when the disk is full the ballast makes room, and they are written. */
  keepText<T>(unit: (db: LocalDb) => Promise<T>): Promise<T>
  close(): void
}

/** The one door to IndexedDB: reopens a lost connection, names a refusal (`StorageError`). */
export function createGateway(device: string, sleep: (ms: number) => Promise<void>): Gateway {
  let db = openable(device)
  let closed = false

  async function withDb<T>(unit: (db: LocalDb) => Promise<T>): Promise<T> {
    for (const waitMs of REOPEN_AFTER_MS) {
      if (closed) throw new StorageError('storage-lost', new Error('Workspace closed'))
      const used = db
      try {
        return await unit(used)
      } catch (error) {
        if (closed || !isLostConnection(error)) throw toStorageError(error)
        await sleep(waitMs)
        // Two units may find the loss at once: the first reopens, the second takes the new one.
        if (used === db && !closed) {
          used.close()
          db = openable(device)
        }
      }
    }
    return unit(db).catch((error: unknown) => {
      throw toStorageError(error)
    })
  }

  async function keepText<T>(unit: (db: LocalDb) => Promise<T>): Promise<T> {
    try {
      return await withDb(unit)
    } catch (error) {
      const isFull = error instanceof StorageError && error.kind === 'storage-full'
      if (!isFull) throw error
      const { dropBallast } = await import('./ballast.ts')
      if (!(await dropBallast())) throw error
      return withDb(unit)
    }
  }

  return {
    withDb,
    keepText,
    close: () => {
      closed = true
      db.close()
    },
  }
}

function openable(device: string): LocalDb {
  const db = createLocalDb(device)
  // A newer app in another tab upgrades: standing in its way would block both.
  db.on('versionchange', () => db.close())
  return db
}
