/** What the browser promises about the storage of this app, and what room it says there is. */
export type Persistence =
  | { readonly kind: 'unsupported' }
  /** The browser may erase everything to make room, or after days without use. */
  | { readonly kind: 'at-risk'; readonly space: Space | undefined }
  | { readonly kind: 'persistent'; readonly space: Space | undefined }

export interface Space {
  readonly usedBytes: number
  /** An upper bound given by the browser, often far above what the disk has left. */
  readonly quotaBytes: number
}

/** Reads the promise without asking for it. */
export async function readPersistence(): Promise<Persistence> {
  return readWith((storage) => storage.persisted())
}

/** Asks the browser to keep the storage; some ask the person, some decide alone. */
export async function askPersistence(): Promise<Persistence> {
  return readWith(async (storage) => (await storage.persisted()) || storage.persist())
}

async function readWith(ask: (storage: StorageManager) => Promise<boolean>): Promise<Persistence> {
  // Absent on a page that is not secure, and in old browsers.
  const storage = globalThis.navigator?.storage as StorageManager | undefined
  if (!storage || typeof storage.persisted !== 'function') return { kind: 'unsupported' }
  const kind = (await ask(storage)) ? 'persistent' : 'at-risk'
  return { kind, space: await readSpace(storage) }
}

async function readSpace(storage: StorageManager): Promise<Space | undefined> {
  if (typeof storage.estimate !== 'function') return undefined
  const { usage, quota } = await storage.estimate()
  return usage === undefined || quota === undefined
    ? undefined
    : { usedBytes: usage, quotaBytes: quota }
}
