import type { CopyShelf } from '#data/second-copy/copy-shelf.ts'
import type { Bytes } from '#protocol/sealed-file.ts'

/** What Cache Storage holds of one browser: no erasure of IndexedDB touches it. */
export function shelfInMemory(): CopyShelf {
  const kept = new Map<string, Bytes>()
  return {
    put: async (device, file) => void kept.set(device, file),
    remove: async (device) => void kept.delete(device),
    list: async () => [...kept].map(([device, file]) => ({ device, file })),
  }
}
