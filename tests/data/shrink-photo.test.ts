// @vitest-environment node
import { afterEach, expect, it, vi } from 'vitest'
import { shrinkPhoto } from '#data/shrink-photo.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

it('a picture above 40 million pixels is refused from its first bytes, and never opened', async () => {
  const open = vi.fn()
  vi.stubGlobal('createImageBitmap', open)
  await expect(shrinkPhoto(jpegOf(8_000, 5_001))).rejects.toMatchObject({
    kind: 'picture-too-large',
  })
  expect(open).not.toHaveBeenCalled()
})

it('one of exactly 40 million pixels is opened; a file that is no picture is said unreadable', async () => {
  const open = vi.fn(async () => {
    throw new DOMException('cannot be decoded', 'InvalidStateError')
  })
  vi.stubGlobal('createImageBitmap', open)
  for (const file of [jpegOf(8_000, 5_000), new Blob(['du texte'])]) {
    await expect(shrinkPhoto(file)).rejects.toMatchObject({ kind: 'picture-unreadable' })
  }
  expect(open).toHaveBeenCalledTimes(2)
})

it('a picture whose size its first bytes do not tell is measured once open', async () => {
  vi.stubGlobal('createImageBitmap', async () => ({ width: 20_000, height: 20_000 }))
  await expect(shrinkPhoto(new Blob(['du texte']))).rejects.toMatchObject({
    kind: 'picture-too-large',
  })
})

/** The head of a JPEG: an EXIF of 60 kB before its size, as a phone writes it. */
function jpegOf(width: number, height: number): Blob {
  const exif = new Uint8Array(60_004)
  exif.set([0xff, 0xe1, 60_002 >> 8, 60_002 & 0xff])
  const size = [0xff, 0xc0, 0, 17, 8, height >> 8, height & 0xff, width >> 8, width & 0xff, 3]
  return new Blob([
    new Uint8Array([0xff, 0xd8]),
    exif,
    new Uint8Array([...size, ...Array(9).fill(0)]),
  ])
}
