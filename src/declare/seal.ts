import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { fromBase64Url, toBase64Url } from '#protocol/base64url.ts'
import type { Envelope, IntakePlace } from '#protocol/intake.ts'

/**
 * Closes what a person wrote so that only the server opens it (security.md D4): HPKE base mode,
 * P-256, HKDF-SHA-256, AES-256-GCM. The envelope's id is bound to what it holds: an envelope renamed
 * on the way does not open.
 *
 * `id` must be a random UUID (v4): any other kind tells the hour or the device.
 */
export async function seal(
  content: object,
  key: IntakePlace['key'],
  id: string,
): Promise<Envelope> {
  return (await sealForAnswer(content, key, id)).envelope
}

/** As `seal`, with what draws the secret of an answer out of this very envelope (`answer-seal.ts`). */
export async function sealForAnswer(
  content: object,
  key: IntakePlace['key'],
  id: string,
): Promise<{ envelope: Envelope; secretFor: (context: string) => Promise<ArrayBuffer> }> {
  const suite = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  })
  const recipientPublicKey = await suite.kem.deserializePublicKey(fromBase64Url(key.publicKey))
  const sender = await suite.createSenderContext({ recipientPublicKey })
  const text = new TextEncoder()
  const ct = await sender.seal(text.encode(JSON.stringify(content)), text.encode(id))
  return {
    envelope: { id, keyId: key.id, enc: toBase64Url(sender.enc), ct: toBase64Url(ct) },
    secretFor: (context) => sender.export(text.encode(context), 32),
  }
}
