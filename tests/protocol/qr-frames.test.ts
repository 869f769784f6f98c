import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromBase45, toBase45 } from '#protocol/base45.ts'
import { packEnvelope, unpackEnvelope } from '#protocol/handed-envelope.ts'
import {
  addFrame,
  cutInFrames,
  type FrameSet,
  joinFrames,
  missingFrames,
} from '#protocol/qr-frames.ts'

const bytes = fc.uint8Array({ maxLength: 2_500 }).map((array) => Uint8Array.from(array))

function collect(texts: readonly string[]): FrameSet | undefined {
  let set: FrameSet | undefined
  for (const text of texts) set = addFrame(set, text).set
  return set
}

it('bytes come back from base 45, as the RFC writes them', () => {
  expect(toBase45(new TextEncoder().encode('base-45'))).toBe('UJCLQE7W581')
  fc.assert(
    fc.property(bytes, (array) => {
      expect(fromBase45(toBase45(array))).toEqual(array)
    }),
  )
  for (const text of ['A', 'GGW', '::::::', 'aaa', 'ZZ']) expect(fromBase45(text)).toBeUndefined()
})

it('frames in any order, repeated, among codes of other things, make the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(bytes, fc.infiniteStream(fc.nat()), async (array, dice) => {
      const frames = await cutInFrames(array)
      const strangers = ['https://escale.example/declarer#abc', '', 'ESC/1/2', `${frames[0]}0`]
      const seen = [...frames, ...frames, ...strangers]
        .map((text) => ({ text, at: dice.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ text }) => text)
      const set = collect(seen)
      expect(set && (await joinFrames(set))).toEqual(array)
    }),
  )
})

it('a lost frame is named, and nothing is made without it', async () => {
  const frames = await cutInFrames(new Uint8Array(1_000).map((_, at) => at % 251))
  expect(frames.length).toBe(5)
  const set = collect(frames.filter((_, index) => index !== 1 && index !== 3))
  if (!set) throw new Error('No set')
  expect(missingFrames(set)).toEqual([2, 4])
  expect(await joinFrames(set)).toBeUndefined()
})

it('a misread frame is left aside, and a frame of another declaration never mixes in', async () => {
  const [first = '', second = ''] = await cutInFrames(new Uint8Array(300))
  const [other = ''] = await cutInFrames(new Uint8Array(300).fill(7))
  const { set } = addFrame(undefined, first)
  expect(addFrame(set, second.replace(/.$/, 'Z')).news).toBe('foreign')
  expect(addFrame(set, other)).toEqual({ news: 'other-set', set })
  expect(addFrame(set, first).news).toBe('known')
  expect(addFrame(set, second).news).toBe('added')
})

it('every frame is of the characters a QR code packs best', async () => {
  const frames = await cutInFrames(new Uint8Array(900).map((_, at) => (at * 7) % 256))
  for (const frame of frames) expect(frame).toMatch(/^[0-9A-Z $%*+\-./:]+$/)
})

it('an envelope and its poster’s token come back whole; other bytes are no envelope', () => {
  const handed = {
    token: '11111111-1111-4111-8111-111111111111.flamboyant.abcdefghijklmnopqrstuv',
    envelope: {
      id: 'f81d4fae-7dec-4d0a-a765-00a0c91e6bf6',
      keyId: 'abcDEF123_-x',
      enc: 'BEqh'.repeat(21),
      ct: 'q83v'.repeat(200),
    },
  }
  const packed = packEnvelope(handed)
  expect(unpackEnvelope(packed)).toEqual(handed)
  expect(packed.length).toBeLessThan(JSON.stringify(handed).length * 0.85)
  for (const length of [0, 5, 20, 60])
    expect(unpackEnvelope(packed.slice(0, length))).toBeUndefined()
  expect(unpackEnvelope(Uint8Array.from([9, ...packed.slice(1)]))).toBeUndefined()
})
