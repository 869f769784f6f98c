/* Answers of the server as tests read and write them: whole, and the records unpacked. */

import { pageOfReceived, type ReceivedRecord, readLines } from '#data/page.ts'
import { parseBucketId } from '#domain/site/bucket.ts'
import { createFrameReader, encodeFrame, isIntact } from '#protocol/frames.ts'
import type { RecordState } from '#protocol/merge.ts'
import { packRecord, readPacked, recordOf } from '#protocol/pack-record.ts'
import { type PageHead, type SyncHead, syncHead } from '#protocol/sync.ts'
import { sha256 } from '#sync-server/sha256.ts'

export interface WholePage {
  readonly bucket: string
  readonly rows: readonly (RecordState & { readonly seq: number })[]
  readonly upTo: number
}

export interface WholeAnswer extends SyncHead {
  readonly pages: readonly WholePage[]
}

/** What a server sent: a whole answer of frames, else JSON. Throws `SyntaxError` on anything cut. */
export async function readWire(bytes: Uint8Array): Promise<unknown> {
  const isJson = new TextDecoder().decode(bytes.subarray(0, 1)) !== '='
  if (isJson) return JSON.parse(new TextDecoder().decode(bytes))
  const reader = createFrameReader()
  const frames = reader.push(bytes)
  if (!frames || !reader.isBetween()) throw new SyntaxError('An answer was cut')
  const [head, ...pages] = await Promise.all(
    frames.map(async (frame) => {
      if (!(await isIntact(frame))) throw new SyntaxError('A frame was altered')
      return new TextDecoder().decode(frame.bytes)
    }),
  )
  const answer: WholeAnswer = {
    ...syncHead.parse(JSON.parse(head ?? '')),
    pages: pages.map(readPage),
  }
  return answer
}

/** The bytes a server sends for an answer. */
export async function writeWire({ pages, ...head }: WholeAnswer): Promise<Uint8Array<ArrayBuffer>> {
  const texts = [JSON.stringify(head), ...pages.map(writePage)]
  const frames = texts.map((text) => encodeFrame(text, sha256))
  return new Uint8Array(await new Blob(frames).arrayBuffer())
}

/** The cursors of a request by bucket, as `grants` gives their places. */
export function cursorsByBucket(
  grants: Iterable<string>,
  cursors: readonly number[],
): Readonly<Record<string, number>> {
  return Object.fromEntries([...grants].sort().map((bucket, at) => [bucket, cursors[at] ?? 0]))
}

/** Records as a device has received them. */
export function receivedOf(
  rows: readonly { readonly seq: number; readonly state: RecordState }[],
): readonly ReceivedRecord[] {
  return rows.flatMap(({ seq, state }) => {
    const lines = new TextEncoder().encode(packRecord(state))
    const read = readLines({ bucket: state.bucket, upTo: seq, seqs: [seq] }, lines)
    return read ? pageOfReceived(read, (same) => same).records : []
  })
}

function readPage(text: string): WholePage {
  const [first = '', ...lines] = text.split('\n')
  const { bucket, upTo, seqs }: PageHead = JSON.parse(first)
  const place = parseBucketId(bucket)?.id
  const rows = lines.map((line, at) => {
    const packed = readPacked(line)
    if (!packed || !place) throw new SyntaxError(`Not a record of ${bucket}: ${line}`)
    return { ...recordOf(packed, place), seq: seqs[at] ?? 0 }
  })
  return { bucket, upTo, rows }
}

function writePage({ bucket, upTo, rows }: WholePage): string {
  const head: PageHead = { bucket, upTo, seqs: rows.map(({ seq }) => seq) }
  return [JSON.stringify(head), ...rows.map(({ seq: _, ...state }) => packRecord(state))].join('\n')
}
