import type { Kysely, Selectable } from 'kysely'
import type { Role } from '#domain/rights/rights.ts'
import { dispositifId, personId, siteId } from '#domain/shared/ids.ts'
import type { Directory, StoredPerson } from '../directory.ts'
import { together } from '../together.ts'
import { compileOnce } from './compile-once.ts'
import { callersOn, toDevice } from './kysely-callers.ts'
import type { SqlDialect } from './sql-dialect.ts'
import type { Tables } from './tables.ts'

export function kyselyDirectory(db: Kysely<Tables>, dialect: SqlDialect): Directory {
  const dispositifs = async () => {
    const rows = await db
      .selectFrom('dispositif')
      .selectAll()
      .orderBy('created_at')
      .orderBy('id')
      .execute()
    return rows.map(toDispositif)
  }
  return {
    ...sitesOn(db),
    ...peopleOn(db),
    ...devicesOn(db, dialect),
    ...callersOn(db),
    async addDispositif({ id, name, timeZone, createdAt }) {
      await db
        .insertInto('dispositif')
        .values({ id, name, time_zone: timeZone, created_at: createdAt })
        .execute()
    },
    dispositifs,
    async holdDispositifs() {
      await dialect.holdTable(db, 'dispositif')
      return dispositifs()
    },
    async dispositif(id) {
      const row = await db
        .selectFrom('dispositif')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row && toDispositif(row)
    },
    async addInvitation({ hash, person, expiresAt }) {
      await db
        .insertInto('invitation')
        .values({ hash, person, expires_at: expiresAt, used_at: null })
        .execute()
    },
    async useInvitation(hash, now) {
      const row = await db
        .updateTable('invitation')
        .set({ used_at: now })
        .where('hash', '=', hash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .returning('person')
        .executeTakeFirst()
      return row && personId(row.person)
    },
  }
}

function toDispositif(row: Selectable<Tables['dispositif']>) {
  return { id: dispositifId(row.id), name: row.name, timeZone: row.time_zone }
}

function sitesOn(db: Kysely<Tables>): Pick<Directory, 'addSite' | 'site' | 'sites'> {
  const toSite = (row: Selectable<Tables['site']>) => ({
    id: siteId(row.id),
    dispositif: dispositifId(row.dispositif),
    receiptSalt: row.receipt_salt,
  })
  return {
    async addSite({ id, dispositif, receiptSalt }) {
      await db.insertInto('site').values({ id, dispositif, receipt_salt: receiptSalt }).execute()
    },
    async site(id) {
      const row = await db.selectFrom('site').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toSite(row)
    },
    async sites(dispositif) {
      const rows = await db
        .selectFrom('site')
        .selectAll()
        .$if(dispositif !== undefined, (query) => query.where('dispositif', '=', dispositif ?? ''))
        .orderBy('id')
        .execute()
      return rows.map(toSite)
    },
  }
}

function peopleOn(
  db: Kysely<Tables>,
): Pick<Directory, 'addPerson' | 'assignSites' | 'person' | 'people'> {
  const withSites = async (row: Selectable<Tables['person']>): Promise<StoredPerson> => {
    const sites =
      row.role === 'porteur'
        ? await db
            .selectFrom('site')
            .select('id')
            .where('dispositif', '=', row.dispositif)
            .orderBy('id')
            .execute()
        : await db
            .selectFrom('person_site')
            .select('site as id')
            .where('person', '=', row.id)
            .orderBy('site')
            .execute()
    return toPerson(
      row,
      sites.map(({ id }) => id),
    )
  }
  return {
    async addPerson({ id, dispositif, name, role, sites, createdAt }) {
      await db
        .insertInto('person')
        .values({ id, dispositif, name, role, created_at: createdAt })
        .execute()
      for (const site of sites) {
        await db.insertInto('person_site').values({ person: id, site }).execute()
      }
    },
    async assignSites(person, sites) {
      await db.deleteFrom('person_site').where('person', '=', person).execute()
      for (const site of new Set(sites)) {
        await db.insertInto('person_site').values({ person, site }).execute()
      }
    },
    async person(id) {
      const rows = await db
        .selectFrom('person')
        .leftJoin('person_site', 'person_site.person', 'person.id')
        .selectAll('person')
        .select('person_site.site')
        .where('person.id', '=', id)
        .orderBy('person_site.site')
        .execute()
      const [row] = rows
      if (row?.role === 'porteur') return withSites(row)
      return (
        row &&
        toPerson(
          row,
          rows.flatMap(({ site }) => site ?? []),
        )
      )
    },
    async people(dispositif) {
      const rows = await db
        .selectFrom('person')
        .selectAll()
        .where('dispositif', '=', dispositif)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      const people: StoredPerson[] = []
      for (const row of rows) people.push(await withSites(row))
      return people
    },
  }
}

function toPerson(row: Selectable<Tables['person']>, sites: readonly string[]): StoredPerson {
  return {
    id: personId(row.id),
    dispositif: dispositifId(row.dispositif),
    name: row.name,
    role: row.role as Role,
    sites: sites.map(siteId),
  }
}

const deviceOf = compileOnce((db, { id }: { id: string }) =>
  db.selectFrom('device').selectAll().where('id', '=', id),
)
const deviceHeld = compileOnce((db, { id }: { id: string }) =>
  db.selectFrom('device').selectAll().where('id', '=', id).forNoKeyUpdate(),
)
type Advance = { id: string; lastN: number; declaredN: number; lastH: string }
const moveOn = compileOnce((db, { id, lastN, declaredN, lastH }: Advance) =>
  db
    .updateTable('device')
    .set({ last_n: lastN, declared_n: declaredN, last_h: lastH })
    .where('id', '=', id),
)
const noteHeard = compileOnce((db, { id, at }: { id: string; at: number }) =>
  db.updateTable('device').set({ last_contact_at: at }).where('id', '=', id),
)
type Extension = { id: string; at: number; expiresAt: number }
const extendBearers = compileOnce((db, { id, at, expiresAt }: Extension) =>
  db
    .updateTable('credential')
    .set({ expires_at: expiresAt })
    .where('device', '=', id)
    // One that ended stays so, and a clock put back shortens none.
    .where('expires_at', '>', at)
    .where('expires_at', '<', expiresAt),
)

function devicesOn(
  db: Kysely<Tables>,
  dialect: SqlDialect,
): Pick<
  Directory,
  | 'addDevice'
  | 'device'
  | 'devicesOf'
  | 'holdDevice'
  | 'advance'
  | 'revoke'
  | 'heard'
  | 'addCredential'
> {
  return {
    async addDevice({ id, dispositif, person, label, createdAt, copied }) {
      await db
        .insertInto('device')
        .values({
          id,
          dispositif,
          person: person ?? null,
          label,
          last_n: (copied?.firstN ?? 1) - 1,
          declared_n: (copied?.firstN ?? 1) - 1,
          last_h: '',
          created_at: createdAt,
          last_contact_at: null,
          revoked_at: null,
          first_n: copied?.firstN ?? 1,
          copy_of: copied?.from ?? null,
        })
        .execute()
    },
    async device(id) {
      const [row] = await deviceOf(db, { id })
      return row && toDevice(row)
    },
    async devicesOf(person) {
      const rows = await db
        .selectFrom('device')
        .selectAll()
        .where('person', '=', person)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(toDevice)
    },
    async holdDevice(id) {
      const [row] = await (dialect.holdsRows ? deviceHeld : deviceOf)(db, { id })
      return row && toDevice(row)
    },
    async heard(device, at, expiresAt) {
      await together([
        noteHeard(db, { id: device, at }),
        extendBearers(db, { id: device, at, expiresAt }),
      ])
    },
    async advance(device, { lastN, declaredN, lastH }) {
      await moveOn(db, { id: device, lastN, declaredN, lastH })
    },
    async revoke(device, at) {
      // A copy was born from the bearer of its original: it falls with it.
      let line: string[] = [device]
      while (line.length > 0) {
        await db.updateTable('device').set({ revoked_at: at }).where('id', 'in', line).execute()
        const copies = db.selectFrom('device').select('id').where('copy_of', 'in', line)
        line = (await copies.where('revoked_at', 'is', null).execute()).map(({ id }) => id)
      }
    },
    async addCredential({ hash, device, kind, expiresAt }) {
      await db
        .insertInto('credential')
        .values({ hash, device, kind, expires_at: expiresAt })
        .execute()
    },
  }
}
