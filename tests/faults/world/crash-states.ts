import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dice } from '#sync-server/demo/dice.ts'

const HEADER = 32
const FRAME_HEADER = 24
const SECTOR = 4_096

/** Two files as they lay at one instant. The index beside them (`-shm`) is rebuilt from them. */
export interface DiskImage {
  readonly data: Buffer
  readonly wal: Buffer
}

/** How many of the last commits of the log may not have been flushed: 1 when one was not acknowledged. */
export type Unflushed = 0 | 1

export async function readImage(folder: string): Promise<DiskImage> {
  const data = await readFile(join(folder, 'escale.sqlite'))
  const wal = await readFile(join(folder, 'escale.sqlite-wal')).catch(() => Buffer.alloc(0))
  return { data, wal }
}

export async function writeImage(folder: string, { data, wal }: DiskImage): Promise<void> {
  await writeFile(join(folder, 'escale.sqlite'), data)
  await writeFile(join(folder, 'escale.sqlite-wal'), wal)
}

export const CRASHES = [
  'as-it-was',
  'dropped',
  'zeroed',
  'garbled',
  'reordered',
  'torn-page',
] as const
export type Crash = (typeof CRASHES)[number]

/**
 * What a power cut may leave of an image: the log is flushed at each commit, so only its last commit,
 * not yet acknowledged, may be missing, torn at any byte, full of noise or written in another order;
 * and of a checkpoint not yet flushed, any page that the log still holds may be half written.
 */
export function crash(
  { data, wal }: DiskImage,
  kind: Crash,
  unflushed: Unflushed,
  dice: Dice,
): DiskImage {
  const { safe, end, pages, pageSize } = readWal(wal, unflushed)
  const torn = Buffer.from(wal.subarray(0, end))
  const at = dice.between(safe, end)
  switch (kind) {
    case 'as-it-was':
      return { data, wal }
    case 'dropped':
      return { data, wal: torn.subarray(0, at) }
    case 'zeroed':
      return { data, wal: torn.fill(0, at) }
    case 'garbled':
      for (let byte = at; byte < end; byte++) torn[byte] = dice.between(0, 255)
      return { data, wal: torn }
    case 'reordered': {
      // The later sectors reached the disk and the earlier did not.
      const upTo = Math.min(end, at + SECTOR * dice.between(1, 3))
      return { data, wal: torn.fill(0, at, upTo) }
    }
    case 'torn-page': {
      const half = Buffer.from(data)
      for (const page of pages) {
        const start = (page - 1) * pageSize
        // The first page says what the file is; its words do not change in a checkpoint.
        if (page === 1 || start + pageSize > half.length || dice.chance(0.5)) continue
        half.fill(dice.between(0, 255), start + dice.between(0, pageSize - 1), start + pageSize)
      }
      return { data: half, wal }
    }
  }
}

/** The log as SQLite reads it: what was flushed for sure, and the pages of its commits. */
function readWal(wal: Buffer, unflushed: Unflushed) {
  if (wal.length < HEADER)
    return { safe: 0, end: wal.length, pages: new Set<number>(), pageSize: 1 }
  const pageSize = wal.readUInt32BE(8)
  const salts = wal.subarray(16, 24)
  const commits = [HEADER]
  const pages = new Set<number>()
  let waiting: number[] = []
  for (let at = HEADER; at + FRAME_HEADER + pageSize <= wal.length; ) {
    if (!wal.subarray(at + 8, at + 16).equals(salts)) break
    const next = at + FRAME_HEADER + pageSize
    waiting.push(wal.readUInt32BE(at))
    if (wal.readUInt32BE(at + 4) !== 0) {
      commits.push(next)
      for (const page of waiting) pages.add(page)
      waiting = []
    }
    at = next
  }
  return { safe: commits.at(-1 - unflushed) ?? HEADER, end: wal.length, pages, pageSize }
}
