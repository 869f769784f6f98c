import { type LocalDb, TAKEN_BY_ALL } from './db.ts'

/** A table of the transaction, by its name. */
type TableOf = (name: string) => IDBObjectStore

/**
 * Runs one strict write on the browser's own transaction: a tap waits for it, and Dexie around it takes as
 * long as the disk (its promises, its news to other tabs of what changed, which nobody reads here). `ask`
 * asks for everything at once; `refuse` takes all of it back. Resolves when all is on disk; rejects with
 * what was refused, or what the browser says. As every write, it takes the table that all take (ADR 045).
 */
export async function runSave(
  db: LocalDb,
  tables: readonly string[],
  ask: (table: TableOf, refuse: (why: Error) => void) => void,
): Promise<void> {
  // Opened, or refused because it was closed, as Dexie does.
  if (!db.isOpen()) await db.meta.get('author')
  const names = [...new Set([...tables, TAKEN_BY_ALL])]
  const transaction = db.backendDB().transaction(names, 'readwrite', { durability: 'strict' })
  let refused: unknown
  const refuse = (why: unknown) => {
    refused = why
    transaction.abort()
  }
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(refused ?? transaction.error ?? new Error('Aborted'))
    try {
      ask((name) => transaction.objectStore(name), refuse)
    } catch (error) {
      refuse(error)
    }
  })
}
