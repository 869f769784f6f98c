export interface ScanRequest {
  readonly id: number
  readonly image: ImageData
}
/** `texts` is undefined when the reader itself could not run. */
export interface ScanAnswer {
  readonly id: number
  readonly texts: readonly string[] | undefined
}

export interface CodeReader {
  /** What the codes of an image say. Rejects when the reader cannot run here. */
  read(image: ImageData): Promise<readonly string[]>
  close(): void
}

/** Starts the worker that reads codes; close it when the screen goes. */
export function createCodeReader(): CodeReader {
  const worker = new Worker(new URL('./scan-worker.ts', import.meta.url), { type: 'module' })
  const asked = new Map<number, (answer: ScanAnswer) => void>()
  let last = 0
  const answer = (given: ScanAnswer) => {
    asked.get(given.id)?.(given)
    asked.delete(given.id)
  }
  worker.onmessage = ({ data }: MessageEvent<ScanAnswer>) => answer(data)
  // Its file could not be had or run: whoever waits must know.
  worker.onerror = () => {
    for (const id of [...asked.keys()]) answer({ id, texts: undefined })
  }
  return {
    read(image) {
      last += 1
      const id = last
      return new Promise((resolve, reject) => {
        asked.set(id, ({ texts }) => {
          if (texts) resolve(texts)
          else reject(new Error('The code reader cannot run here'))
        })
        worker.postMessage({ id, image } satisfies ScanRequest, [image.data.buffer])
      })
    },
    close: () => worker.terminate(),
  }
}
