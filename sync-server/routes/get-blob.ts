import { grantsOf } from '#domain/rights/rights.ts'
import { Refusal } from '../http/refusal.ts'
import type { Route } from '../http/route.ts'

/**
 * GET /v1/blobs/:sha256: a photo, for whoever may read a record that names it. Sent as a dead file:
 * a page opened on it could run nothing.
 */
export const getBlobRoute: Route = {
  method: 'GET',
  url: '/v1/blobs/:sha256',
  summary: 'A photo, for whoever may read a record that names it.',
  answer: 'bytes',
  who: 'device',
  perMinute: 600,
  async handle({ params, caller, reply }, { store, blobFiles }) {
    const sha256 = params.sha256 ?? ''
    const grants = grantsOf(caller.holder)
    const blob = await store.read(async (session) => {
      const buckets = await session.blobs.bucketsNaming(sha256)
      return buckets.some((bucket) => grants.has(bucket))
        ? session.blobs.present(sha256, caller.holder.dispositif)
        : undefined
    })
    // The same answer for a photo that is elsewhere and for one that is nowhere.
    if (!blob) throw new Refusal({ kind: 'not-found' })
    reply.headers({
      'content-type': blob.mime,
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    return blobFiles.read(sha256)
  },
}
