/**
 * A file as text, whatever wrote it: UTF-8 with or without its mark, UTF-16 with its mark, else the
 * code page of a French Windows, which reads any byte.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: an Excel of Windows saves its CSV in its own code page.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
