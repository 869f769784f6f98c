import { LIMITS } from '#protocol/limits.ts'
import { sha256Of } from '../blobs/blob-files.ts'
import { sniffMime } from '../blobs/sniff-mime.ts'
import { Refusal } from '../http/refusal.ts'
import type { Route } from '../http/route.ts'

/**
 * PUT /v1/blobs/:sha256: the bytes of a photo that an operation of the dispositif has named. They
 * must hash to their address and be of a known type by their first bytes. Safe to repeat.
 */
export const putBlobRoute: Route = {
  method: 'PUT',
  url: '/v1/blobs/:sha256',
  who: 'device',
  perMinute: 240,
  rawBytes: LIMITS.blobBytes,
  async handle({ body, params, caller }, { store, blobFiles, now }) {
    const sha256 = params.sha256 ?? ''
    const announced = await store.read((session) =>
      session.blobs.announced(sha256, caller.holder.dispositif),
    )
    if (!announced) throw new Refusal({ kind: 'not-found' })
    const mime = Buffer.isBuffer(body) ? sniffMime(body) : undefined
    if (!Buffer.isBuffer(body) || !mime || sha256Of(body) !== sha256) {
      throw new Refusal({ kind: 'blob-mismatch' })
    }
    await blobFiles.write(sha256, body)
    await store.write((session) => session.blobs.markPresent(sha256, mime, now()))
    return { sha256, size: body.length, mime }
  },
}
