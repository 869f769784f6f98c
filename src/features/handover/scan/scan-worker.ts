/*
 * Reads QR codes away from the page, for two reasons: a frame takes some tens of ms, and compiling
 * wasm needs a policy that only this worker's own file is served with (ADR 017).
 */
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'
import type { ScanAnswer, ScanRequest } from './code-reader.ts'

interface Scope {
  postMessage(answer: ScanAnswer): void
  onmessage: ((event: MessageEvent<ScanRequest>) => void) | null
}
declare const self: Scope

// The library would fetch its file from a public address unless told where ours is.
prepareZXingModule({ overrides: { locateFile: () => wasm } })

self.onmessage = ({ data: { id, image } }) => {
  readBarcodes(image, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 4 }).then(
    (codes) => {
      const texts = codes.filter(({ isValid }) => isValid).map(({ text }) => text)
      self.postMessage({ id, texts })
    },
    () => self.postMessage({ id, texts: undefined }),
  )
}
