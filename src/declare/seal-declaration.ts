import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { fromBase64Url, toBase64Url } from '#protocol/base64url.ts'
import type { Declaration, Envelope, IntakePlace } from '#protocol/intake.ts'

/**
 * Closes a declaration so that only the server opens it (security.md D4): HPKE base mode, P-256,
 * HKDF-SHA-256, AES-256-GCM. The envelope's id is bound to what it holds: an envelope renamed on
 * the way does not open.
 *
 * `id` must be a random UUID (v4): any other kind tells the hour or the device.
 */
export async function sealDeclaration(
  declaration: Declaration,
  key: IntakePlace['key'],
  id: string,
): Promise<Envelope> {
  const suite = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  })
  const recipientPublicKey = await suite.kem.deserializePublicKey(fromBase64Url(key.publicKey))
  const sender = await suite.createSenderContext({ recipientPublicKey })
  const text = new TextEncoder()
  const ct = await sender.seal(text.encode(JSON.stringify(declaration)), text.encode(id))
  return { id, keyId: key.id, enc: toBase64Url(sender.enc), ct: toBase64Url(ct) }
}
