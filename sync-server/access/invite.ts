import type { PersonId } from '#domain/shared/ids.ts'
import type { Session } from '../store/store.ts'
import { hashCode, makeCode } from './codes.ts'

export const INVITATION_MS = 10 * 60_000
/** Codes printed at the start of a demonstration or given by the first-run assistant. */
export const LONG_INVITATION_MS = 24 * 3_600_000

/** A single-use code for one device of a person. Only its hash is kept. */
export async function invite(
  session: Session,
  person: PersonId,
  { now, lastsMs }: { now: number; lastsMs: number },
): Promise<{ code: string; expiresAt: number }> {
  const code = makeCode()
  const expiresAt = now + lastsMs
  const hash = hashCode(code, await session.meta.serverKey())
  await session.directory.addInvitation({ hash, person, expiresAt })
  return { code, expiresAt }
}
