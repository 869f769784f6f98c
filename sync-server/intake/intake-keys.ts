import { randomBytes } from 'node:crypto'
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import type { SiteId } from '#domain/shared/ids.ts'
import { ANSWER_CONTEXT } from '#protocol/answer-seal.ts'
import type { Envelope } from '#protocol/intake.ts'
import type { IntakeKey } from '../store/intake-box.ts'

// Base mode over P-256: the one curve that every browser's WebCrypto has had for ten years.
const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
})

/** A fresh pair of keys for the envelopes of a home. */
export async function makeIntakeKey(site: SiteId): Promise<IntakeKey> {
  const pair = await suite.kem.generateKeyPair()
  return {
    id: randomBytes(9).toString('base64url'),
    site,
    publicKey: toText(await suite.kem.serializePublicKey(pair.publicKey)),
    privateKey: toText(await suite.kem.serializePrivateKey(pair.privateKey)),
  }
}

/**
 * What an envelope holds, as text; undefined when this key does not open it, or when its id was
 * changed on the way (the id is authenticated, so a copy under another id is not a second event).
 */
export async function openEnvelope(
  envelope: Envelope,
  key: IntakeKey,
): Promise<string | undefined> {
  return (await openWithAnswer(envelope, key))?.text
}

/** As `openEnvelope`, with the secret an answer is sealed with: its sender alone has the other half. */
export async function openWithAnswer(
  envelope: Envelope,
  key: IntakeKey,
): Promise<{ text: string; answerSecret: ArrayBuffer } | undefined> {
  try {
    const recipientKey = await suite.kem.deserializePrivateKey(toBytes(key.privateKey))
    const context = await suite.createRecipientContext({
      recipientKey,
      enc: toBytes(envelope.enc),
    })
    const opened = await context.open(toBytes(envelope.ct), new TextEncoder().encode(envelope.id))
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(opened),
      answerSecret: await context.export(new TextEncoder().encode(ANSWER_CONTEXT), 32),
    }
  } catch {
    // The library throws one error for every way of not opening; the route says which request.
    return undefined
  }
}

function toText(bytes: ArrayBuffer): string {
  return Buffer.from(bytes).toString('base64url')
}

function toBytes(text: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(text, 'base64url')).buffer
}
