/** How long the browser is given to read the file before its address is released. */
const RELEASE_AFTER_MS = 60_000

/** Hands a file made here to the person, under that name. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_AFTER_MS)
}
