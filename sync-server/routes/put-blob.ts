import { blobResponse } from '#protocol/blob.ts'
import { LIMITS } from '#protocol/limits.ts'
import { keepPhoto } from '../blobs/keep-photo.ts'
import { Refusal } from '../http/refusal.ts'
import type { Route } from '../http/route.ts'

/** PUT /v1/blobs/:sha256: the bytes of a photo that an operation of the dispositif has named. */
export const putBlobRoute: Route = {
  method: 'PUT',
  url: '/v1/blobs/:sha256',
  summary: 'The bytes of a photo that an operation has named.',
  answer: blobResponse,
  who: 'device',
  mayBeRevoked: true,
  perMinute: 240,
  rawBytes: LIMITS.blobBytes,
  async handle({ body, params, caller }, { store, blobFiles, now }) {
    const sha256 = params.sha256 ?? ''
    const { dispositif } = caller.holder
    const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0)
    const kept = await keepPhoto(bytes, { store, blobFiles, now, dispositif, sha256 })
    if (!kept.ok) throw new Refusal(kept.error)
    return { sha256, size: bytes.length, mime: kept.value.mime }
  },
}
