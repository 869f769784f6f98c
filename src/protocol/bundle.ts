import * as z from 'zod/mini'
import { LIMITS } from './limits.ts'
import { pushRequest, syncHead } from './sync.ts'

/** Bound to every bundle's seal: a text sealed for another use must not open as one. */
export const BUNDLE_INFO = 'escale bundle 1'

const base64url = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,200}$/))

/** `GET /v1/bundles/key`: what a device seals its work with when no network comes (ADR 016). */
export const carryKey = z.object({
  id: z.string(),
  /** Raw P-256 point of the dispositif. */
  publicKey: base64url,
  /** 256 bits known to this device and the server alone: proves who sealed, opens receipts. */
  deviceKey: base64url,
})
export type CarryKey = z.infer<typeof carryKey>

/**
 * What a bundle holds once opened: the pushes a device would have made, one after the other, and
 * photos whose bytes follow the JSON.
 */
export const bundleContent = z.strictObject({
  /** Epoch last seen: as in a round, nothing is applied for one who believes in another. */
  epoch: z.nullable(z.string()),
  pushes: z.array(pushRequest).check(z.minLength(1)),
  photos: z.array(
    z.strictObject({
      sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
      size: z.int().check(z.gte(1), z.lte(LIMITS.blobBytes)),
    }),
  ),
})
export type BundleContent = z.infer<typeof bundleContent>

/** `POST /v1/bundles`: the file in, the receipt for its device out, base64url. */
export const bundleResponse = z.object({ id: z.string(), receipt: z.string() })

/**
 * What a receipt holds: what `POST /v1/sync` answers to a push, and where it stopped if it did. It
 * grants nothing and hands out no page: rights are told to the device itself, never by a file.
 */
export const receiptContent = z.object({
  epoch: z.string(),
  serverTime: z.number(),
  push: syncHead.shape.push,
  wanted: syncHead.shape.wanted,
  stopped: z.optional(
    z.union([
      z.object({ kind: z.literal('gap'), expected: z.int() }),
      z.object({ kind: z.literal('clone'), n: z.int() }),
      z.object({ kind: z.literal('epoch') }),
    ]),
  ),
})
export type ReceiptContent = z.infer<typeof receiptContent>
