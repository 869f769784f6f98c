import { createFrameReader, isIntact } from '#protocol/frames.ts'
import { newsHead, QUIET } from '#protocol/listen.ts'
import type { ReceivedPage } from '../page.ts'
import { type Arrival, readHead, readPage } from './read-answer.ts'

/**
 * The news of a standing answer, one after the other, each as an answer of its own (`protocol/listen.ts`); `quiet`
 * where the server says that it has none.
 * Ends with the line, and at the first thing that is not whole, intact and of the shape agreed.
 */
export async function* readNews(
  body: ReadableStream<Uint8Array>,
  onProgress: () => void,
): AsyncGenerator<Arrival | 'quiet'> {
  const reader = body.getReader()
  const frames = createFrameReader()
  let head: ReturnType<typeof readNewsHead>
  let pages: ReceivedPage[] = []
  for (;;) {
    // A line that is cut ends like one that closes: what came whole was given.
    const { done, value } = await reader.read().catch(() => ENDED)
    if (done) return
    onProgress()
    const found = frames.push(value)
    if (!found || !(await Promise.all(found.map(isIntact))).every(Boolean)) return
    for (const { bytes } of found) {
      if (head) {
        const page = readPage(bytes)
        if (!page) return
        pages.push(page)
      } else if (isQuiet(bytes)) {
        yield 'quiet'
        continue
      } else {
        head = readNewsHead(bytes)
        if (!head) return
      }
      if (head.pages !== pages.length) continue
      yield { head, pages, isLast: true }
      head = undefined
      pages = []
    }
  }
}

const ENDED = { done: true, value: undefined } as const

function readNewsHead(bytes: Uint8Array) {
  return readHead(bytes, newsHead)
}

function isQuiet(bytes: Uint8Array): boolean {
  return bytes.byteLength === 1 && bytes[0] === QUIET.charCodeAt(0)
}
