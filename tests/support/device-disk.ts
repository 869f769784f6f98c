import type { Page } from '@playwright/test'

/** Every value this origin holds on disk, as text: what a thief of the profile would read. */
export function everythingOnDisk(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const words: string[] = []
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error)
      })
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          const asked = database.transaction(store).objectStore(store).getAll()
          asked.onsuccess = () => resolve(asked.result)
          asked.onerror = () => reject(asked.error)
        })
        for (const row of rows) {
          words.push(
            JSON.stringify(row, (_key, value) =>
              value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value,
            ),
          )
        }
      }
      database.close()
    }
    return words.join('\n')
  })
}
