/*
 * Reads a file beside the page: a workbook of twenty megabytes must not hold the screen, and a reading
 * that lasts is ended with its worker.
 */
import { type FormFile, readFormFile } from './read-form-file.ts'

export interface ReadAnswer {
  /** Undefined when the file went away while it was read; anything else is told in its report. */
  readonly read: FormFile | undefined
}

interface Scope {
  postMessage(answer: ReadAnswer): void
  onmessage: ((event: MessageEvent<Blob>) => void) | null
}
declare const self: Scope

self.onmessage = ({ data }) => {
  readFormFile(data).then(
    (read) => self.postMessage({ read }),
    () => self.postMessage({ read: undefined }),
  )
}
