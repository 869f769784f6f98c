import type { RecordType } from '#domain/record-types.ts'
import type { DeviceId, DispositifId, PersonId, RecordId, SiteId } from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'

/** Who the server writes for: its operations carry `server:<dispositif>` as device. */
export interface Author {
  readonly dispositif: DispositifId
  /** Signs every write that names nobody else. */
  readonly person: PersonId
  /** True when the order of these writes among the others must not be found again (`mingle.ts`). */
  readonly hidden?: boolean
}

/** One step of history: the fields named are written, the others stay. */
export interface AuthoredWrite {
  readonly id: RecordId
  readonly type: RecordType
  /** The home of the record; the dispositif for its own records, the device for a receipt. */
  readonly scope: SiteId | DispositifId | DeviceId
  readonly fields: Fields
  /** When it was done, epoch ms: the wall clock of the operation and its hour of receipt. */
  readonly at: number
  readonly person?: PersonId
  readonly kind?: 'write' | 'delete'
}
