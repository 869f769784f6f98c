import { randomUUID } from 'node:crypto'
import { type DeviceId, type DispositifId, deviceId } from '#domain/shared/ids.ts'
import { forkRequest, forkResponse } from '#protocol/access.ts'
import { BEARER_MS, hashBearer, makeBearer } from '../access/bearer.ts'
import { Refusal } from '../http/refusal.ts'
import { type Route, readBody } from '../http/route.ts'
import { enrolDevice } from '../setup/enrol-device.ts'
import type { BlobShelf } from '../store/blob-shelf.ts'

/**
 * POST /v1/fork: a device that was copied (an image put back on a tablet) finds one of its numbers
 * taken by its double. It gets an identity of its own, which numbers on from there; who came first
 * keeps the old one. Asking twice makes two identities, one of which is never used: a lost answer
 * costs a row, not an operation. Photos it named under its old name and still holds are asked of it
 * under the new one: its double may never have had them.
 */
export const forkRoute: Route = {
  method: 'POST',
  url: '/v1/fork',
  summary: 'An identity of its own for a device that was copied.',
  body: forkRequest,
  answer: forkResponse,
  who: 'device',
  mayBeRevoked: true,
  perMinute: 10,
  async handle({ body, caller }, { store, now }) {
    const { from, photos = [] } = readBody(forkRequest, body)
    return store.write(async (session) => {
      const original = await session.directory.device(caller.device.id)
      if (!original) throw new Refusal({ kind: 'unknown-device' })
      // A number nobody took proves no double.
      if (from > original.lastN) throw new Refusal({ kind: 'bad-request', detail: 'from' })
      const device = deviceId(randomUUID())
      const token = makeBearer()
      const createdAt = now()
      const copied = { from: original.id, firstN: from }
      const { label, dispositif } = original
      const { person } = caller.holder
      await enrolDevice(
        session,
        { id: device, label, createdAt, copied },
        { id: person, dispositif },
      )
      await askAgain(session.blobs, photos, { former: original.id, device, dispositif })
      if (original.revokedAt !== undefined) {
        await session.directory.revoke(device, original.revokedAt)
      }
      await session.directory.addCredential({
        hash: hashBearer(token),
        device,
        kind: 'session',
        expiresAt: createdAt + BEARER_MS,
      })
      return { device, token }
    })
  },
}

/** Of the photos said to be held, those the former name announced and that are not here yet. */
async function askAgain(
  blobs: BlobShelf,
  held: readonly string[],
  { former, ...asked }: { former: DeviceId; device: DeviceId; dispositif: DispositifId },
): Promise<void> {
  if (held.length === 0) return
  const wanted = new Set(await blobs.wantedFrom(former))
  for (const sha256 of held) {
    if (!wanted.has(sha256)) continue
    const photo = await blobs.announced(sha256, asked.dispositif)
    if (photo) await blobs.announce({ ...photo, ...asked })
  }
}
