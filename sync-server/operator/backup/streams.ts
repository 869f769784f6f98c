import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip, createGzip } from 'node:zlib'

/** A web stream over any source of bytes, as the sealing library takes them. */
export function webStream(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}

/** The bytes of a web stream, one piece at a time: a backup never lies whole in memory. */
export async function* bytesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel()
  }
}

/** A file, compressed as it is read. */
export function gzipped(path: string): AsyncIterable<Uint8Array> {
  // A fault of the source reaches whoever reads the end of the pipe.
  return pipeline(createReadStream(path), createGzip(), () => undefined)
}

export function gunzipped(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return pipeline(source, createGunzip(), () => undefined)
}
