import { Unzip, UnzipInflate } from 'fflate'
import { fail, ok, type Result } from '#domain/shared/result.ts'

/** No form of the field comes near: the largest public ones hold some 2 MB once opened. */
const MOST_BYTES = 32_000_000
/** Small steps, for a byte may open into a thousand: a bomb is seen after one of them. */
const STEP = 2_048

export type UnzipFault = { readonly kind: 'not-a-zip' | 'damaged' | 'too-large' }

/**
 * The XML files of an archive, opened in memory up to a bound. The sizes an archive declares may
 * refuse it, never admit it: what comes out is counted too, and the rest is not opened.
 */
export function unzipTexts(bytes: Uint8Array): Result<ReadonlyMap<string, string>, UnzipFault> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return fail({ kind: 'not-a-zip' })
  const texts = new Map<string, string>()
  let opened = 0
  let declared = 0
  let fault: UnzipFault | undefined
  const unzip = new Unzip((file) => {
    if (!/\.(xml|rels)$/i.test(file.name) || texts.has(file.name)) return
    declared += file.originalSize ?? 0
    if (declared > MOST_BYTES) {
      fault ??= { kind: 'too-large' }
      return
    }
    const decoder = new TextDecoder()
    let text = ''
    file.ondata = (error, chunk, final) => {
      if (error) {
        fault ??= { kind: 'damaged' }
        return
      }
      opened += chunk.length
      if (opened > MOST_BYTES) {
        fault ??= { kind: 'too-large' }
        file.terminate()
        return
      }
      text += decoder.decode(chunk, { stream: !final })
      if (final) texts.set(file.name, text)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length && !fault; at += STEP) {
      unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length)
    }
  } catch {
    // fflate throws on headers it cannot follow: what was opened before may still hold the form.
    fault ??= { kind: 'damaged' }
  }
  if (fault?.kind === 'too-large') return fail(fault)
  return texts.size > 0 ? ok(texts) : fail(fault ?? { kind: 'damaged' })
}
