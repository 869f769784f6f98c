import { createHash, createHmac } from 'node:crypto'
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import type { DeviceId, DispositifId } from '#domain/shared/ids.ts'
import { toBase64Url } from '#protocol/base64url.ts'
import type { CarryKey } from '#protocol/bundle.ts'

/** As for deposits: the one curve that every browser's WebCrypto has had for ten years. */
export const bundleSuite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
})

export interface BundlePair {
  /** Begins the SHA-256 of the public key: tells a file of an older key from an altered one. */
  readonly id: string
  readonly publicKey: string
  readonly privateKey: CryptoKey
}

/** The pair bundles of a dispositif are sealed to, made again from the server's key (ADR 016). */
export async function bundlePair(dispositif: DispositifId, serverKey: string): Promise<BundlePair> {
  const seed = createHmac('sha256', `bundle:${serverKey}`).update(dispositif).digest()
  const pair = await bundleSuite.kem.deriveKeyPair(Uint8Array.from(seed).buffer)
  const raw = new Uint8Array(await bundleSuite.kem.serializePublicKey(pair.publicKey))
  const id = createHash('sha256').update(raw).digest().subarray(0, 9).toString('base64url')
  return { id, publicKey: toBase64Url(raw), privateKey: pair.privateKey }
}

/** The secret of a device and the server, made again from the server's key: nothing of it is kept. */
export function deviceKey(device: DeviceId, serverKey: string): string {
  return createHmac('sha256', `device:${serverKey}`).update(device).digest('base64url')
}

/** What a device is handed to seal with. */
export async function carryKeyOf(
  { id, dispositif }: { readonly id: DeviceId; readonly dispositif: DispositifId },
  serverKey: string,
): Promise<CarryKey> {
  const pair = await bundlePair(dispositif, serverKey)
  return { id: pair.id, publicKey: pair.publicKey, deviceKey: deviceKey(id, serverKey) }
}
