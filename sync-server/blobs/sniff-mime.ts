/** Types a photo may have, by their first bytes. What a device says of them does not count. */
export type BlobMime = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf'

/** The type told by the first bytes; undefined for anything else, SVG and HTML included. */
export function sniffMime(bytes: Buffer): BlobMime | undefined {
  const starts = (text: string, at = 0) => bytes.toString('latin1', at, at + text.length) === text
  if (starts('\xff\xd8\xff')) return 'image/jpeg'
  if (starts('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (starts('RIFF') && starts('WEBP', 8)) return 'image/webp'
  if (starts('%PDF-')) return 'application/pdf'
  return undefined
}
