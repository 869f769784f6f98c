import type { Holder } from '#domain/rights/rights.ts'
import type { DeviceId, PersonId } from '#domain/shared/ids.ts'
import type { PersonAtHomes, StoredDevice } from '../store/directory.ts'
import type { Session } from '../store/store.ts'

/** A person on an enrolled device: who acts, and what rights are computed from. */
export interface EnrolledHolder extends Holder {
  readonly person: PersonId
  readonly name: string
}

async function originalsOf(session: Session, { copyOf }: StoredDevice): Promise<DeviceId[]> {
  const originals: DeviceId[] = []
  let original = copyOf
  while (original !== undefined && !originals.includes(original)) {
    originals.push(original)
    original = (await session.directory.device(original))?.copyOf
  }
  return originals
}

/**
 * Who holds a device now, read anew in the caller's transaction: a role or a share changed a moment
 * ago counts. Undefined for the server's own device, which no credential opens.
 */
export async function holderOf(
  session: Session,
  device: StoredDevice,
): Promise<EnrolledHolder | undefined> {
  const person = device.person && (await session.directory.atHomes(device.person))
  return person && holding(session, device, person)
}

/** A person as the holder of a device of theirs. */
export async function holding(
  session: Session,
  device: StoredDevice,
  { id, name, role, dispositif, homes }: PersonAtHomes,
): Promise<EnrolledHolder> {
  return {
    role,
    dispositif,
    device: device.id,
    ...(device.copyOf && { copiedFrom: await originalsOf(session, device) }),
    person: id,
    name,
    sites: homes,
  }
}
