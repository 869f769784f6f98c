import type { DeviceId, DispositifId } from '#domain/shared/ids.ts'
import { recordId } from '#domain/shared/ids.ts'
import type { StoredDevice, StoredPerson } from '../store/directory.ts'
import type { Session } from '../store/store.ts'
import { authorBatch } from '../sync/author-batch.ts'

/**
 * Adds a device of a person, and the record by which the others know whose words it sends: an
 * operation names its device, never a person (ADR 015). The label is what the person calls it.
 */
export async function enrolDevice(
  session: Session,
  device: Pick<StoredDevice, 'id' | 'label'> & {
    readonly createdAt: number
    readonly copied?: { readonly from: DeviceId; readonly firstN: number }
  },
  person: Pick<StoredPerson, 'id'> & { readonly dispositif: DispositifId },
): Promise<void> {
  const { id, label, createdAt } = device
  const { dispositif } = person
  await session.directory.addDevice({ ...device, dispositif, person: person.id })
  await authorBatch(session, { dispositif, person: person.id }, [
    {
      id: recordId(id),
      type: 'device',
      scope: dispositif,
      at: createdAt,
      fields: { person: person.id, label },
    },
  ])
}
