import type { Bytes } from '#protocol/sealed-file.ts'

const CACHE = 'escale-second-copy'
const ROOT = '/second-copy/'

/** Sealed files kept outside IndexedDB, one by device of this browser. */
export interface CopyShelf {
  put(device: string, file: Bytes): Promise<void>
  remove(device: string): Promise<void>
  list(): Promise<readonly { readonly device: string; readonly file: Bytes }[]>
}

/** The shelf of this browser; undefined where it has no Cache Storage. */
export function openCopyShelf(
  storage: CacheStorage | undefined = globalThis.caches,
): CopyShelf | undefined {
  if (!storage) return undefined
  return {
    async put(device, file) {
      const cache = await storage.open(CACHE)
      await cache.put(addressOf(device), new Response(file))
    },
    async remove(device) {
      const cache = await storage.open(CACHE)
      await cache.delete(addressOf(device))
    },
    async list() {
      const cache = await storage.open(CACHE)
      const found = []
      for (const { url } of await cache.keys()) {
        const device = decodeURIComponent(new URL(url).pathname.slice(ROOT.length))
        const kept = await cache.match(url)
        if (kept) found.push({ device, file: new Uint8Array(await kept.arrayBuffer()) })
      }
      return found
    },
  }
}

function addressOf(device: string): string {
  return ROOT + encodeURIComponent(device)
}
