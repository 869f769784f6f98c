import { Unzip, UnzipInflate } from 'fflate'
import { fail, ok, type Result } from '#domain/shared/result.ts'

/** No form of the field comes near: the largest public ones hold some 2 MB once opened. */
const MOST_BYTES = 32_000_000
/** Small steps, for a byte may open into a thousand: a bomb is seen after one of them. */
const STEP = 2_048

export type UnzipFault = { readonly kind: 'not-a-workbook' | 'damaged' | 'too-large' }

/**
 * The XML files of an archive, opened in memory up to a bound. The sizes an archive declares may
 * refuse it, never admit it: what comes out is counted too, and the rest is not opened.
 */
export function unzipTexts(bytes: Uint8Array): Result<ReadonlyMap<string, string>, UnzipFault> {
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
  if (texts.size > 0) return ok(texts)
  return fail(fault ?? { kind: isCut(bytes) ? 'damaged' : 'not-a-workbook' })
}

/** An archive ends with its table of contents, which may be followed by a comment of 65 kB. */
export function isCut(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1) {
    const found = bytes[at] === 0x50 && bytes[at + 1] === 0x4b
    if (found && bytes[at + 2] === 5 && bytes[at + 3] === 6) return false
  }
  return true
}
