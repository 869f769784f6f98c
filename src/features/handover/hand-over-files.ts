import type { HandoverFile } from '#data/bundle/handover.ts'
import { saveFile } from '#ui/save-file.ts'

const MIME = 'application/octet-stream'

/** True where the system's own sheet takes such files: AirDrop, a message, a memory card. */
export function canShareFiles(): boolean {
  const probe = { files: [new File([], 'envois.escale', { type: MIME })] }
  return typeof navigator.canShare === 'function' && navigator.canShare(probe)
}

/** Hands files to the system's sheet; false when the person closed it. A sheet that refuses saves them. */
export async function shareFiles(files: readonly HandoverFile[]): Promise<boolean> {
  const shared = files.map(({ bytes, name }) => new File([bytes], name, { type: MIME }))
  try {
    await navigator.share({ files: shared })
    return true
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return false
    saveFiles(files)
    return true
  }
}

/** Puts files where the browser keeps its downloads. */
export function saveFiles(files: readonly HandoverFile[]): void {
  for (const { bytes, name } of files) saveFile(new Blob([bytes], { type: MIME }), name)
}
