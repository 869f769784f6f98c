import { type Bytes, joinBytes } from './sealed-file.ts'

/**
 * A JPEG without what a camera writes beside the picture: the place, the hour, the device (EXIF and
 * the other application segments, comments). The phone draws its photo anew, so there is nothing to
 * take away; the server trusts no phone for it. Undefined when the bytes are no JPEG.
 */
export function bareJpeg(bytes: Uint8Array): Bytes | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff || marker < 0xc0) return undefined
    const size = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    const end = at + 2 + size
    if (size < 2 || end > bytes.length) return undefined
    // From the start of scan on, it is the picture.
    if (marker === 0xda) return joinBytes([...kept, bytes.subarray(at)])
    const isBeside = (marker >= 0xe1 && marker <= 0xef) || marker === 0xfe
    if (!isBeside) kept.push(bytes.subarray(at, end))
    at = end
  }
  return undefined
}
