import type { Holder } from '#domain/rights/rights.ts'
import { type DeviceId, type PersonId, recordId } from '#domain/shared/ids.ts'
import type { StoredDevice } from '../store/directory.ts'
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
  const person = device.person && (await session.directory.person(device.person))
  if (!person) return undefined
  const records = await session.records.find(person.sites.map(recordId))
  const sites = person.sites.map((id) => ({
    id,
    sharesEvents: records.get(recordId(id))?.state.f.sharesEvents?.v === true,
  }))
  return {
    role: person.role,
    dispositif: person.dispositif,
    device: device.id,
    ...(device.copyOf && { copiedFrom: await originalsOf(session, device) }),
    person: person.id,
    name: person.name,
    sites,
  }
}
