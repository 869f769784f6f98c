import type { Kysely, Selectable } from 'kysely'
import type { Role } from '#domain/rights/rights.ts'
import { deviceId, dispositifId, personId, siteId } from '#domain/shared/ids.ts'
import { packedValue, readPacked } from '#protocol/pack-record.ts'
import type { Directory, PersonAtHomes, StoredDevice } from '../directory.ts'
import { compileOnce } from './compile-once.ts'
import type { Tables } from './tables.ts'

/** A row by home of a person; a person without one has a single row. */
const people = (db: Kysely<Tables>) =>
  db
    .selectFrom('person')
    .leftJoin('site as home', (join) =>
      join
        .onRef('home.dispositif', '=', 'person.dispositif')
        .on((of) =>
          of.or([
            of('person.role', '=', 'porteur'),
            of.exists(
              of
                .selectFrom('person_site')
                .select('person_site.site')
                .whereRef('person_site.person', '=', 'person.id')
                .whereRef('person_site.site', '=', 'home.id'),
            ),
          ]),
        ),
    )
    .leftJoin('record as told', 'told.id', 'home.id')
    .select([
      'person.id as person_id',
      'person.dispositif as person_dispositif',
      'person.name as person_name',
      'person.role as person_role',
      'home.id as home_id',
      'told.state as home_state',
    ])
    .orderBy('home.id')

const peopleNamed = compileOnce((db, { person }: { person: string }) =>
  people(db).where('person.id', '=', person),
)

const callers = compileOnce((db, { hash, kind }: { hash: string; kind: string }) =>
  people(db)
    .innerJoin('device', 'device.person', 'person.id')
    .innerJoin('credential', 'credential.device', 'device.id')
    .selectAll('device')
    .select('credential.expires_at as ends_at')
    .where('credential.hash', '=', hash)
    .where('credential.kind', '=', kind),
)

/** Who asks, and for which homes, in one query each: every round of every device begins with them. */
export function callersOn(db: Kysely<Tables>): Pick<Directory, 'atHomes' | 'caller'> {
  return {
    async atHomes(person) {
      return toPerson(await peopleNamed(db, { person }))
    },
    async caller(hash, kind, now) {
      const rows = await callers(db, { hash, kind })
      const [row] = rows
      const person = toPerson(rows)
      if (!row || !person) return undefined
      const device = toDevice(row)
      const isOpen = row.ends_at > now || device.revokedAt !== undefined
      return { device: isOpen ? device : { ...device, revokedAt: row.ends_at }, person }
    },
  }
}

interface PersonRow {
  readonly person_id: string
  readonly person_dispositif: string
  readonly person_name: string
  readonly person_role: string
  readonly home_id: string | null
  readonly home_state: string | null
}

function toPerson(rows: readonly PersonRow[]): PersonAtHomes | undefined {
  const [row] = rows
  return (
    row && {
      id: personId(row.person_id),
      dispositif: dispositifId(row.person_dispositif),
      name: row.person_name,
      role: row.person_role as Role,
      homes: rows.flatMap(({ home_id, home_state }) =>
        home_id === null ? [] : [{ id: siteId(home_id), sharesEvents: isSharing(home_state) }],
      ),
    }
  )
}

/** What a home's own record says; a home without one shares nothing. */
function isSharing(state: string | null): boolean {
  const packed = state === null ? undefined : readPacked(state)
  return packed !== undefined && packedValue(packed, 'sharesEvents') === true
}

export function toDevice(row: Selectable<Tables['device']>): StoredDevice {
  return {
    id: deviceId(row.id),
    dispositif: dispositifId(row.dispositif),
    person: row.person === null ? undefined : personId(row.person),
    label: row.label,
    lastN: row.last_n,
    declaredN: row.declared_n,
    lastH: row.last_h,
    lastContactAt: row.last_contact_at ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
    copyOf: row.copy_of === null ? undefined : deviceId(row.copy_of),
  }
}
