/*
 * Bytes cut in frames that QR codes carry, one after the other on a screen (ADR 017):
 *
 *   ESC/set/index/count/check/data
 *
 * `set` begins the SHA-256 of the whole: it names the set and proves it once together. `check` covers
 * one frame, so that a code of something else, or one misread, is left aside alone.
 */
import { fromBase45, toBase45 } from './base45.ts'
import { sha256Hex } from './hash-op.ts'
import { type Bytes, joinBytes } from './sealed-file.ts'

/** Bytes of a frame: a code of 61 modules a side, which a tablet reads from a phone at arm's length. */
const FRAME_BYTES = 220
/** A set larger than this is not one of ours: 99 frames are 21 kB, ten times a long declaration. */
const MAX_FRAMES = 99
const SET_LENGTH = 12

export async function cutInFrames(bytes: Bytes): Promise<readonly string[]> {
  const set = await setOf(bytes)
  const count = Math.max(1, Math.ceil(bytes.length / FRAME_BYTES))
  return Array.from({ length: count }, (_, index) => {
    const data = toBase45(bytes.subarray(index * FRAME_BYTES, (index + 1) * FRAME_BYTES))
    const content = `${set}/${index + 1}/${count}`
    return `ESC/${content}/${checkOf(`${content}/${data}`)}/${data}`
  })
}

/** Frames of one set, as they come: any order, any number of times. */
export interface FrameSet {
  readonly set: string
  readonly count: number
  /** Data by index, from 1. */
  readonly frames: ReadonlyMap<number, Bytes>
}

/** `foreign`: not a frame of ours, or misread; `other-set`: a frame of another set than the one begun. */
export type FrameNews = 'added' | 'known' | 'foreign' | 'other-set'

/** Adds what a code said to a set; the first frame begins it. */
export function addFrame(
  known: FrameSet | undefined,
  text: string,
): { readonly news: FrameNews; readonly set: FrameSet | undefined } {
  const frame = readFrame(text)
  if (!frame) return { news: 'foreign', set: known }
  const begun = known ?? { set: frame.set, count: frame.count, frames: new Map() }
  if (frame.set !== begun.set || frame.count !== begun.count) {
    return { news: 'other-set', set: known }
  }
  if (begun.frames.has(frame.index)) return { news: 'known', set: begun }
  const frames = new Map([...begun.frames, [frame.index, frame.data]])
  return { news: 'added', set: { ...begun, frames } }
}

/** Indexes not seen yet, in order. */
export function missingFrames({ count, frames }: FrameSet): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1).filter(
    (index) => !frames.has(index),
  )
}

/** The whole, once nothing is missing; undefined before, and when it is not what the set names. */
export async function joinFrames(found: FrameSet): Promise<Bytes | undefined> {
  if (missingFrames(found).length > 0) return undefined
  const parts = [...found.frames].sort(([a], [b]) => a - b).map(([, data]) => data)
  const bytes = joinBytes(parts)
  return (await setOf(bytes)) === found.set ? bytes : undefined
}

function readFrame(text: string) {
  const read = /^ESC\/([0-9A-F]{12})\/(\d{1,2})\/(\d{1,2})\/([0-9A-F]{8})\/(.*)$/.exec(text)
  if (!read) return undefined
  const [, set = '', index = '', count = '', check = '', data = ''] = read
  const bytes = fromBase45(data)
  if (!bytes || checkOf(`${set}/${index}/${count}/${data}`) !== check) return undefined
  if (Number(index) < 1 || Number(index) > Number(count) || Number(count) > MAX_FRAMES) {
    return undefined
  }
  return { set, index: Number(index), count: Number(count), data: bytes }
}

async function setOf(bytes: Bytes): Promise<string> {
  return (await sha256Hex(bytes)).slice(0, SET_LENGTH).toUpperCase()
}

/** FNV-1a, 32 bits: against misreadings, not against anyone; the set's name is what proves. */
function checkOf(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0').toUpperCase()
}
