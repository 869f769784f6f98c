import Dexie, { type EntityTable } from 'dexie'
import { StorageError, toStorageError } from './storage-error.ts'

const NAME = 'escale-ballast'
const BYTES = 8 * 1_048_576
/** Never what fills a small disk: it is laid down only where there is room for many of them. */
const ROOM_BYTES = 16 * BYTES
/** The most one call to the platform’s random source gives. */
const RANDOM_BYTES = 65_536

interface Weight {
  key: string
  bytes: ArrayBuffer
}

/**
 * Lays down the ballast: 8 MB that hold nothing. When the disk is full it is dropped and the words
 * under a person's fingers are written in its place, while photos stop (docs/sync.md). One for all the
 * profiles of the browser. Does nothing where room is short, unknown, or refused after all.
 */
export async function layBallast(): Promise<void> {
  const { usage, quota } = (await globalThis.navigator?.storage?.estimate?.()) ?? {}
  if (usage === undefined || quota === undefined || quota - usage < ROOM_BYTES) return
  await withWeights(async (weights) => {
    if (await weights.count()) return
    await weights.put({ key: NAME, bytes: randomBytes() })
  }).catch((error: unknown) => {
    if (!(toStorageError(error) instanceof StorageError)) throw error
  })
}

/** Drops the ballast; false when there was none. */
export async function dropBallast(): Promise<boolean> {
  if (!(await Dexie.exists(NAME))) return false
  return withWeights(async (weights) => {
    const held = await weights.count()
    await weights.clear()
    return held > 0
  })
}

async function withWeights<T>(
  unit: (weights: EntityTable<Weight, 'key'>) => Promise<T>,
): Promise<T> {
  const db = new Dexie(NAME) as Dexie & { weights: EntityTable<Weight, 'key'> }
  db.version(1).stores({ weights: 'key' })
  try {
    return await unit(db.weights)
  } finally {
    db.close()
  }
}

/** Bytes that no disk can pack: a megabyte of zeros would weigh nothing. */
function randomBytes(): ArrayBuffer {
  const bytes = new Uint8Array(BYTES)
  for (let at = 0; at < BYTES; at += RANDOM_BYTES) {
    crypto.getRandomValues(bytes.subarray(at, at + RANDOM_BYTES))
  }
  return bytes.buffer
}
