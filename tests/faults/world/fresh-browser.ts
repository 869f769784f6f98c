import Dexie from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'

/** A browser whose disk is empty: every case has its own, and leaves nothing to the next. */
export function freshBrowser(): IDBFactory {
  const indexedDB = new IDBFactory()
  Object.assign(globalThis, { indexedDB, IDBKeyRange })
  Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange })
  return indexedDB
}
