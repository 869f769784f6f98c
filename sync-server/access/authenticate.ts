import { fail, ok, type Result } from '#domain/shared/result.ts'
import type { StoredDevice } from '../store/directory.ts'
import type { Session } from '../store/store.ts'
import { hashBearer } from './bearer.ts'
import { type EnrolledHolder, holding } from './holder.ts'
import { type PosterPlace, readPosterToken } from './poster-token.ts'

/** A person on one of their devices. */
export interface EnrolledCaller {
  readonly kind: 'device'
  readonly device: StoredDevice
  readonly holder: EnrolledHolder
}

/** A phone that scanned a poster: it may deposit for one unit, and reads nothing. */
export interface PosterCaller {
  readonly kind: 'poster'
  readonly place: PosterPlace
}

type AccessError = { kind: 'unknown-device' } | { kind: 'revoked' }

/** The enrolled device of a bearer. An unknown and an expired one get the same answer. */
export async function enrolledCaller(
  session: Session,
  bearer: string | undefined,
  now: number,
  { mayBeRevoked = false }: { mayBeRevoked?: boolean } = {},
): Promise<Result<EnrolledCaller, AccessError>> {
  const found = bearer && (await session.directory.caller(hashBearer(bearer), 'session', now))
  if (!found) return fail({ kind: 'unknown-device' })
  const { device, person } = found
  // The door of revocation: only routes that take what such a device still holds let it through.
  if (device.revokedAt !== undefined && !mayBeRevoked) return fail({ kind: 'revoked' })
  return ok({ kind: 'device', device, holder: await holding(session, device, person) })
}

/** The place of a poster's token, when its home still exists. */
export async function posterCaller(
  session: Session,
  bearer: string | undefined,
): Promise<Result<PosterCaller, AccessError>> {
  const place = bearer && readPosterToken(bearer, await session.meta.serverKey())
  if (!place || !(await session.directory.site(place.site))) return fail({ kind: 'unknown-device' })
  return ok({ kind: 'poster', place })
}
