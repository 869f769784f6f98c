import * as z from 'zod/mini'
import { fail, ok, type Result } from '#domain/shared/result.ts'
import { createFrameReader, type Frame, isIntact } from '#protocol/frames.ts'
import { LIMITS } from '#protocol/limits.ts'
import { pageHead, type SyncHead, syncHead } from '#protocol/sync.ts'
import { type ReceivedPage, readLines } from '../page.ts'

/** What was heard of an answer since one last asked. */
export interface Arrival {
  readonly head: SyncHead
  readonly pages: readonly ReceivedPage[]
  /** Nothing more will come. */
  readonly isLast: boolean
}

export interface Answer {
  /**
   * The pages that arrived whole since the last call, at least one unless the answer has ended.
   * `cut`: what came before was kept, the rest is to be asked again. Junk is a cut too.
   */
  next(): Promise<Result<Arrival, 'cut'>>
}

const NEWLINE = 10
/** A short answer comes in one breath, and one commit keeps it; over a poor link each page counts. */
const GATHER_MS = 200

/**
 * Reads an answer while it comes, so that pages are kept while others travel. Nothing is given that
 * was not whole, intact and of the shape agreed.
 */
export function readAnswer(body: ReadableStream<Uint8Array>, onProgress: () => void): Answer {
  const arrived: ReceivedPage[] = []
  let head: SyncHead | undefined
  let end: 'open' | 'done' | 'cut' = 'open'
  let wake = () => {}

  async function take(frame: Frame): Promise<boolean> {
    if (!(await isIntact(frame))) return false
    if (head) {
      const page = readPage(frame.bytes)
      if (page) arrived.push(page)
      return page !== undefined
    }
    head = readHead(frame.bytes, syncHead)
    return head !== undefined
  }

  async function pump(): Promise<'done' | 'cut'> {
    const frames = createFrameReader()
    const reader = body.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return frames.isBetween() && head ? 'done' : 'cut'
      onProgress()
      for (const frame of frames.push(value) ?? [undefined]) {
        if (frame && (await take(frame))) continue
        await reader.cancel()
        return 'cut'
      }
      wake()
    }
  }

  const ended = pump()
    // The network went away: whatever its words, the answer was cut.
    .catch(() => 'cut' as const)
    .then((how) => {
      end = how
      wake()
    })

  return {
    async next() {
      const woken = () => new Promise<void>((resolve) => (wake = resolve))
      while (end === 'open' && arrived.length === 0) await Promise.race([ended, woken()])
      let isTime = false
      const timer = setTimeout(() => {
        isTime = true
        wake()
      }, GATHER_MS)
      while (end === 'open' && !isTime && rowsIn(arrived) < LIMITS.rowsPerPage) {
        await Promise.race([ended, woken()])
      }
      clearTimeout(timer)
      const pages = arrived.splice(0)
      if (head && (pages.length > 0 || end === 'done')) {
        return ok({ head, pages, isLast: end === 'done' })
      }
      return fail('cut')
    },
  }
}

function rowsIn(pages: readonly ReceivedPage[]): number {
  return pages.reduce((sum, { seqs }) => sum + seqs.length, 0)
}

/** A head of this shape; undefined when it is of another. */
export function readHead<Shape extends typeof syncHead>(
  bytes: Uint8Array,
  shape: Shape,
): z.infer<Shape> | undefined {
  const parsed = z.safeParse(shape, readJson(bytes))
  return parsed.success ? parsed.data : undefined
}

/** A page as it travels; undefined when it is not one. */
export function readPage(bytes: Uint8Array): ReceivedPage | undefined {
  const end = bytes.indexOf(NEWLINE)
  const parsed = z.safeParse(pageHead, readJson(end < 0 ? bytes : bytes.subarray(0, end)))
  if (!parsed.success) return undefined
  const lines = end < 0 ? bytes.subarray(bytes.byteLength) : bytes.subarray(end + 1)
  return readLines(parsed.data, lines)
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
