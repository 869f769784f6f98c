import { constants, deflateRawSync } from 'node:zlib'

/** The head of a gzip file that says nothing of itself. */
const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])

/**
 * An answer without end as one gzip, each piece readable as soon as it is there: blocks of deflate put one after the
 * other are one stream, as long as none refers to another. Made at once, where a stream of zlib goes to another thread
 * and back and holds its window for as long as the line is open. It never ends as gzip asks: the line closes.
 */
export async function* gzipPieces(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array = HEAD
  for await (const piece of pieces) {
    yield Buffer.concat([head, deflateRawSync(piece, PIECE)])
    head = NOTHING
  }
}

const NOTHING = new Uint8Array()
/** Not the last block, and its bytes whole. */
const PIECE = { finishFlush: constants.Z_SYNC_FLUSH, windowBits: 12, memLevel: 4 }
