import { expect, it } from 'vitest'
import { createFrameReader, encodeFrame, isIntact } from '#protocol/frames.ts'
import { sha256 } from '#sync-server/sha256.ts'

const TEXTS = ['{"head":1}', 'É, « deux » lignes\nde texte', 'x'.repeat(300)]

it('frames are read whole however the network cut them', async () => {
  const bytes = await framesOf(TEXTS)
  for (const size of [1, 2, 7, 64, bytes.byteLength]) {
    const reader = createFrameReader()
    const read: string[] = []
    for (let at = 0; at < bytes.byteLength; at += size) {
      for (const frame of reader.push(bytes.subarray(at, at + size)) ?? []) {
        expect(await isIntact(frame)).toBe(true)
        read.push(new TextDecoder().decode(frame.bytes))
      }
    }
    expect(read).toEqual(TEXTS)
    expect(reader.isBetween()).toBe(true)
  }
})

it('an answer cut anywhere but between two frames is known to be cut', async () => {
  const bytes = await framesOf(TEXTS.slice(0, 1))
  for (let end = 1; end < bytes.byteLength; end++) {
    const reader = createFrameReader()
    expect(reader.push(bytes.subarray(0, end))).toEqual([])
    expect(reader.isBetween()).toBe(false)
  }
})

it('one changed bit in a frame is seen, wherever it is', async () => {
  const bytes = await framesOf(TEXTS.slice(0, 1))
  for (let bit = 0; bit < bytes.byteLength * 8; bit++) {
    const changed = bytes.slice()
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    const reader = createFrameReader()
    const [frame] = reader.push(changed) ?? []
    const passes = frame !== undefined && reader.isBetween() && (await isIntact(frame))
    expect(passes, `bit ${bit}`).toBe(false)
  }
})

it('no answer looks compressed already, whatever the length of its head', async () => {
  // What `@fastify/compress` looks at (RFC 1950, RFC 1952): it would let such an answer through as it
  // is, under the name of another encoding.
  for (let length = 1; length < 9_000; length++) {
    const [first = 0, second = 0] = await framesOf(['x'.repeat(length)])
    const isZlib = (first & 0x0f) === 8 && (first & 0x80) === 0 && (first * 256 + second) % 31 === 0
    expect(isZlib || first === 0x1f, `a head of ${length} bytes`).toBe(false)
  }
})

it('a page of somebody else is not frames', () => {
  const page = new TextEncoder().encode('<html><body>Bienvenue sur le réseau</body></html>')
  expect(createFrameReader().push(page)).toBeUndefined()
})

async function framesOf(texts: readonly string[]): Promise<Uint8Array> {
  const frames = texts.map((text) => encodeFrame(text, sha256))
  return new Uint8Array(await new Blob(frames).arrayBuffer())
}
