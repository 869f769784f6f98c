/*
 * An answer that may be long travels as frames: `=<bytes> <digest>\n`, then so many bytes. Whoever
 * reads it can keep each frame as soon as it is whole, and a frame that was cut, altered or written
 * by someone else (a captive portal) does not pass for one (docs/sync.md).
 */
import { sha256Hex } from './hash-op.ts'
import { LIMITS } from './limits.ts'

export const FRAMES_TYPE = 'application/octet-stream'

export interface Frame {
  readonly digest: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/**
 * Begins with a sign of its own: a text that began with the digits « 80 » looked like zlib to what
 * compresses answers, which sent it as it was under the name of another encoding.
 */
const HEADER = /^=(\d{1,9}) ([0-9a-f]{16})$/
const HEADER_BYTES = 27
/** 64 bits of SHA-256: against damage, not against a forger, who is kept out by TLS. */
export const DIGEST_LETTERS = 16
const NEWLINE = 10

/** The bytes of one frame; `sha256` in hexadecimal, by who makes it. */
export function encodeFrame(
  text: string,
  sha256: (text: string) => string,
): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(text)
  const digest = sha256(text).slice(0, DIGEST_LETTERS)
  const header = new TextEncoder().encode(`=${bytes.byteLength} ${digest}\n`)
  const frame = new Uint8Array(header.byteLength + bytes.byteLength)
  frame.set(header)
  frame.set(bytes, header.byteLength)
  return frame
}

/** True when the bytes are those the sender counted: not a bit was lost or changed on the way. */
export async function isIntact({ bytes, digest }: Frame): Promise<boolean> {
  return (await sha256Hex(bytes)).slice(0, DIGEST_LETTERS) === digest
}

export interface FrameReader {
  /** The frames that end in this chunk; undefined once what comes is not frames at all. */
  push(chunk: Uint8Array): readonly Frame[] | undefined
  /** True when nothing of a next frame has come: an answer may end here. */
  isBetween(): boolean
}

/** Reads frames from chunks cut anywhere. */
export function createFrameReader(): FrameReader {
  let header = ''
  let open: { digest: string; bytes: Uint8Array<ArrayBuffer>; filled: number } | undefined
  return {
    isBetween: () => header === '' && !open,
    push(chunk) {
      const frames: Frame[] = []
      for (let at = 0; at < chunk.byteLength; ) {
        if (!open) {
          const end = chunk.indexOf(NEWLINE, at)
          const stop = end < 0 ? chunk.byteLength : end
          if (header.length + stop - at > HEADER_BYTES) return undefined
          header += String.fromCharCode(...chunk.subarray(at, stop))
          if (end < 0) break
          at = end + 1
          const [, size, digest] = HEADER.exec(header) ?? []
          if (!digest || Number(size) < 1 || Number(size) > LIMITS.frameBytes) return undefined
          open = { digest, bytes: new Uint8Array(Number(size)), filled: 0 }
          header = ''
        }
        const part = chunk.subarray(at, at + open.bytes.byteLength - open.filled)
        open.bytes.set(part, open.filled)
        open.filled += part.byteLength
        at += part.byteLength
        if (open.filled < open.bytes.byteLength) continue
        frames.push({ digest: open.digest, bytes: open.bytes })
        open = undefined
      }
      return frames
    },
  }
}
