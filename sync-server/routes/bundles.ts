import { toBase64Url } from '#protocol/base64url.ts'
import { bundleResponse, carryKey } from '#protocol/bundle.ts'
import type { RequestError } from '#protocol/errors.ts'
import { FILE_LIMITS } from '#protocol/sealed-file.ts'
import { carryKeyOf } from '../bundles/carry-keys.ts'
import { type BundleFault, takeBundle } from '../bundles/take-bundle.ts'
import { Refusal } from '../http/refusal.ts'
import type { Route } from '../http/route.ts'

/** GET /v1/bundles/key: what this device seals its work with when no network comes. */
export const bundleKeyRoute: Route = {
  method: 'GET',
  url: '/v1/bundles/key',
  summary: 'What a device seals its work with when no network comes.',
  answer: carryKey,
  who: 'device',
  perMinute: 30,
  async handle({ caller }, { store }) {
    const serverKey = await store.read((session) => session.meta.serverKey())
    return carryKeyOf(caller.device, serverKey)
  },
}

/**
 * POST /v1/bundles: the sealed work of another device of the dispositif, brought by whoever had
 * network. The answer is the receipt of that device, which the carrier can neither read nor forge.
 */
export const bundlesRoute: Route = {
  method: 'POST',
  url: '/v1/bundles',
  summary: 'The sealed work of another device; the answer is its receipt.',
  answer: bundleResponse,
  who: 'device',
  perMinute: 30,
  rawBytes: FILE_LIMITS.bytes,
  async handle({ body, caller }, { store, blobFiles, now }) {
    if (!Buffer.isBuffer(body)) throw new Refusal({ kind: 'bad-request', detail: 'content-type' })
    const { dispositif } = caller.device
    const taken = await takeBundle(Uint8Array.from(body), {
      store,
      blobFiles,
      now,
      dispositif,
    })
    if (!taken.ok) throw new Refusal(refusalOf(taken.error))
    return { id: taken.value.id, receipt: toBase64Url(taken.value.file) }
  },
}

function refusalOf(fault: BundleFault): RequestError {
  return fault === 'too-large'
    ? { kind: 'too-large', limit: FILE_LIMITS.bytes }
    : { kind: 'envelope-unreadable' }
}
