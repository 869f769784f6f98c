import type { FormFile } from './read-form-file.ts'
import type { ReadAnswer } from './read-worker.ts'

export interface Reading {
  /** Undefined when the file itself could not be read. */
  readonly done: Promise<FormFile | undefined>
  /** Ends it: `done` then never comes. */
  readonly stop: () => void
}

/** Begins to read a file, in a worker where there is one. */
export function startReading(file: File): Reading {
  if (typeof Worker === 'undefined') {
    const done = import('./read-form-file.ts')
      .then(({ readFormFile }) => readFormFile(file))
      .catch(() => undefined)
    return { done, stop: () => undefined }
  }
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' })
  const done = new Promise<FormFile | undefined>((resolve) => {
    const end = (read: FormFile | undefined) => {
      worker.terminate()
      resolve(read)
    }
    worker.onmessage = ({ data }: MessageEvent<ReadAnswer>) => end(data.read)
    worker.onerror = () => end(undefined)
    worker.postMessage(file)
  })
  return { done, stop: () => worker.terminate() }
}
