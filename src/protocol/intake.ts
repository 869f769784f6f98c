import * as z from 'zod/mini'
import { SITE_KINDS } from '#domain/site/site.ts'

/**
 * Declaring without an account. The QR on the wall opens `/declarer#TOKEN`; the token goes in the
 * `Authorization` header, never in a path or a query. It gives the right to deposit sealed
 * envelopes for one unit of one home, and to read a state with a receipt code.
 */
export const intakePlace = z.object({
  site: z.string(),
  siteName: z.string(),
  siteKind: z.enum(SITE_KINDS),
  unit: z.string(),
  unitName: z.string(),
  timeZone: z.string(),
  /** Who to call when someone is in danger, in the order to show. */
  phones: z.array(z.object({ label: z.string(), number: z.string(), when: z.string() })),
  /** Where envelopes are sealed to: HPKE base mode, P-256, raw public key in base64url. */
  key: z.object({ id: z.string(), publicKey: z.string() }),
})
export type IntakePlace = z.infer<typeof intakePlace>

/** `POST /v1/intake`: an envelope with a random id (UUID v4), nothing about who or when. */
export const envelope = z.strictObject({
  id: z.uuid(),
  keyId: z.string().check(z.maxLength(64)),
  enc: z.string().check(z.maxLength(200)),
  ct: z.string().check(z.maxLength(200_000)),
})
export type Envelope = z.infer<typeof envelope>

export const intakeResponse = z.object({ id: z.string(), receivedOn: z.string() })

export const IDENTITY_CHOICES = ['confidential', 'anonymous', 'nominative'] as const
export type IdentityChoice = (typeof IDENTITY_CHOICES)[number]

/** What an envelope holds once opened by the server. */
export const declaration = z.strictObject({
  form: z.string(),
  formVersion: z.int(),
  answers: z.record(z.string(), z.unknown()),
  identity: z.enum(IDENTITY_CHOICES),
  /** Given with `confidential` and `nominative` only. */
  declarant: z.optional(
    z.strictObject({
      name: z.string().check(z.maxLength(120)),
      contact: z.string().check(z.maxLength(200)),
    }),
  ),
  occurredOn: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  /** `21:40`; never sent with `anonymous`. */
  occurredAt: z.optional(z.string().check(z.regex(/^\d{2}:\d{2}$/))),
  /** Sixteen random digits made on the phone. The server keeps a slow hash of them. */
  receipt: z.string().check(z.regex(/^\d{16}$/)),
})
export type Declaration = z.infer<typeof declaration>

/** `POST /v1/receipts`: what happened to a declaration, for whoever holds its code. */
export const receiptRequest = z.strictObject({ receipt: z.string().check(z.regex(/^\d{16}$/)) })
export const receiptResponse = z.object({
  status: z.enum(['declared', 'triaged', 'analysis', 'answered', 'closed']),
  answer: z.string(),
})
export type ReceiptResponse = z.infer<typeof receiptResponse>
