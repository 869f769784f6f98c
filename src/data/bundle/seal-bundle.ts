import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { fromBase64Url } from '#protocol/base64url.ts'
import { BUNDLE_INFO, type BundleContent, type CarryKey } from '#protocol/bundle.ts'
import {
  type BundleHeader,
  type Bytes,
  closeFile,
  fileStart,
  joinBytes,
} from '#protocol/sealed-file.ts'

/**
 * Closes a bundle so that only the server opens it and only this device can have made it: HPKE in
 * mode PSK, the header bound as associated data (ADR 016). `photos` are the bytes `content` lists.
 */
export async function sealBundle(
  header: BundleHeader,
  content: BundleContent,
  photos: readonly ArrayBuffer[],
  key: CarryKey,
): Promise<Bytes> {
  const suite = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  })
  const text = new TextEncoder()
  const json = text.encode(JSON.stringify(content))
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, json.length)
  const start = fileStart({ kind: 'bundle', header })
  const plain = joinBytes([length, json, ...photos.map((bytes) => new Uint8Array(bytes))])
  const { enc, ct } = await suite.seal(
    {
      recipientPublicKey: await suite.kem.deserializePublicKey(fromBase64Url(key.publicKey).buffer),
      info: text.encode(BUNDLE_INFO).buffer,
      psk: { id: text.encode(header.device).buffer, key: fromBase64Url(key.deviceKey).buffer },
    },
    plain.buffer,
    start.buffer,
  )
  return closeFile(start, joinBytes([new Uint8Array(enc), new Uint8Array(ct)]))
}
