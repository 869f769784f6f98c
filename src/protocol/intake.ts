import * as z from 'zod/mini'
import { SITE_KINDS } from '#domain/site/site.ts'

/**
 * Declaring without an account. The QR on the wall opens `/declarer#TOKEN`; the token goes in the
 * `Authorization` header, never in a path or a query. It gives the right to deposit sealed
 * envelopes for one unit of one home.
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

export const receiptCode = z.string().check(z.regex(/^\d{16}$/))

/** A photo of about 44 kB: it travels in the envelope, and in one line of a page. */
export const PHOTO_CHARS = 60_000

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
  receipt: receiptCode,
  /** A JPEG drawn anew by the phone, so without EXIF, in base64url. */
  photo: z.optional(z.string().check(z.maxLength(PHOTO_CHARS), z.regex(/^[A-Za-z0-9_-]+$/))),
})
export type Declaration = z.infer<typeof declaration>

/**
 * The same envelope later, from whoever holds the code: facts to add, or the answer to a question of
 * the home. From outside nothing tells it from a declaration.
 */
export const addition = z.strictObject({
  receipt: receiptCode,
  words: z.string().check(z.trim(), z.minLength(1), z.maxLength(4_000)),
  /** Id of the question answered; absent for facts added by oneself. */
  question: z.optional(z.string().check(z.maxLength(64))),
})
export type Addition = z.infer<typeof addition>
