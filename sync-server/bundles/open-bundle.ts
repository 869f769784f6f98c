import { fromBase64Url } from '#protocol/base64url.ts'
import { BUNDLE_INFO, type BundleContent, bundleContent } from '#protocol/bundle.ts'
import type { Bytes, SealedFile } from '#protocol/sealed-file.ts'
import { readJson } from '../http/read-json.ts'
import { type BundlePair, bundleSuite } from './carry-keys.ts'

/** Length of an encapsulated P-256 key, and of the length that begins the content. */
const ENC = 65
const LENGTH = 4

export interface OpenedBundle extends BundleContent {
  /** Bytes of each photo, in the order of `photos`. */
  readonly bytes: readonly Bytes[]
}

/**
 * What a bundle holds; undefined when it was not sealed to this key by this device, when a byte of
 * it or of its header was altered, or when it does not hold what a bundle holds. The depth of its
 * JSON is counted before anything recursive reads it, as for every body.
 */
export async function openBundle(
  file: Extract<SealedFile, { kind: 'bundle' }>,
  { privateKey }: BundlePair,
  deviceKey: string,
): Promise<OpenedBundle | undefined> {
  const content = await unseal(file, privateKey, deviceKey)
  return content && readContent(content)
}

async function unseal(
  { header, aad, sealed }: Extract<SealedFile, { kind: 'bundle' }>,
  recipientKey: CryptoKey,
  deviceKey: string,
): Promise<Bytes | undefined> {
  const text = new TextEncoder()
  try {
    const opened = await bundleSuite.open(
      {
        recipientKey,
        enc: sealed.slice(0, ENC).buffer,
        info: text.encode(BUNDLE_INFO).buffer,
        psk: { id: text.encode(header.device).buffer, key: fromBase64Url(deviceKey).buffer },
      },
      sealed.slice(ENC).buffer,
      aad.slice().buffer,
    )
    return new Uint8Array(opened)
  } catch {
    // The library throws one error for every way of not opening.
    return undefined
  }
}

function readContent(content: Bytes): OpenedBundle | undefined {
  if (content.length < LENGTH) return undefined
  const end = LENGTH + new DataView(content.buffer).getUint32(0)
  if (end > content.length) return undefined
  const json = readJson(new TextDecoder().decode(content.subarray(LENGTH, end)))
  const parsed = json.ok ? bundleContent.safeParse(json.value) : undefined
  if (!parsed?.success) return undefined
  const bytes: Bytes[] = []
  let at = end
  for (const { size } of parsed.data.photos) {
    bytes.push(content.slice(at, at + size))
    at += size
  }
  return at === content.length ? { ...parsed.data, bytes } : undefined
}
