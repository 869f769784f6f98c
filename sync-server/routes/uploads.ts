import { LIMITS } from '#protocol/limits.ts'
import type { NamedPhoto } from '#protocol/photos-in.ts'
import { Refusal } from '../http/refusal.ts'
import type { Context, Route } from '../http/route.ts'

/** By tus 1.0, which says it all in headers: https://tus.io/protocols/resumable-upload */
const SUMMARIES = {
  HEAD: 'Where the upload of a photo stands (tus 1.0).',
  POST: 'The beginning of the upload of a photo that an operation has named (tus 1.0).',
  PATCH: 'The next bytes of a photo (tus 1.0).',
} as const

const DONE = { HEAD: 200, POST: 201, PATCH: 204 } as const

/**
 * HEAD, POST and PATCH /v1/uploads/:sha256: where a photo stands, its beginning, its next bytes, in
 * the tus protocol. Only for a photo that an operation of the dispositif has named, of the size it
 * said, and while the device has room left in its day. A photo already here answers that it is whole.
 */
export const uploadRoutes: readonly Route[] = (['HEAD', 'POST', 'PATCH'] as const).map(
  (method): Route => ({
    method,
    url: '/v1/uploads/:sha256',
    summary: SUMMARIES[method],
    answer: 'headers',
    ...(DONE[method] !== 200 && { done: DONE[method] }),
    who: 'device',
    mayBeRevoked: true,
    // A photo of 8 MiB by the smallest chunks, several times over.
    perMinute: 600,
    async handle({ params, caller, request, reply }, context) {
      const sha256 = params.sha256 ?? ''
      const { dispositif } = caller.holder
      const part = { device: caller.device.id, dispositif, sha256 }
      const { announced, present } = await context.store.read(async ({ blobs }) => ({
        announced: await blobs.announced(sha256, dispositif),
        present: await blobs.present(sha256, dispositif),
      }))
      if (!announced) throw new Refusal({ kind: 'not-found' })
      if (present || (await context.uploads.finish(part))) {
        return reply
          .code(DONE[method])
          .headers({
            'tus-resumable': '1.0.0',
            'upload-offset': announced.size,
            'upload-length': announced.size,
            ...(method === 'POST' && { location: `/v1/uploads/${sha256}` }),
          })
          .send()
      }
      if (method === 'POST') {
        if (Number(request.headers['upload-length']) !== announced.size) {
          throw new Refusal({ kind: 'blob-mismatch' })
        }
        await reserve(context, caller.device.id, announced)
      }
      reply.hijack()
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value)
      }
      await context.uploads.answer(request, reply.raw, part)
      return reply
    },
  }),
)

const DAY_MS = 86_400_000

/** Counts the bytes to come in the day of the device; refuses beyond the bound until tomorrow. */
async function reserve(
  { store, now }: Context,
  device: Parameters<Context['uploads']['finish']>[0]['device'],
  { size }: NamedPhoto,
): Promise<void> {
  const day = Math.floor(now() / DAY_MS)
  const spent = await store.write(({ blobs }) => blobs.spend(device, day, size))
  if (spent <= LIMITS.uploadBytesPerDay) return
  const retryAfterS = Math.ceil(((day + 1) * DAY_MS - now()) / 1_000)
  throw new Refusal({ kind: 'rate-limited', retryAfterS })
}
