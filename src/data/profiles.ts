/*
 * The people enrolled on this browser: one profile, one device, one database each. Their list holds
 * no secret; the credential lies in the profile's own database, behind the same sealer as the rest.
 */
import Dexie, { type EntityTable } from 'dexie'
import * as z from 'zod/mini'
import { ROLES } from '#domain/rights/rights.ts'
import { deviceId, dispositifId, personId, siteId } from '#domain/shared/ids.ts'
import { poster } from '#protocol/access.ts'
import type { Env } from './env.ts'
import { createGateway } from './gateway.ts'
import { plainSealer, type Sealed, type Sealer } from './sealer.ts'
import { parseCredential } from './stored-shapes.ts'
import type { Profile } from './workspace.ts'

interface ProfileRow {
  device: string
  sealed: Sealed
}
interface ChoiceRow {
  key: string
  device: string
}
type Registry = Dexie & {
  profiles: EntityTable<ProfileRow, 'device'>
  choice: EntityTable<ChoiceRow, 'key'>
}

const storedProfile = z.object({
  device: z.string(),
  deviceLabel: z.string(),
  person: z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES) }),
  dispositif: z.object({ id: z.string(), name: z.string(), timeZone: z.string() }),
  sites: z.array(z.string()),
  posters: z.array(poster),
})

/** Every profile of this browser, in no order. */
export async function listProfiles(): Promise<readonly Profile[]> {
  const rows = await withRegistry((registry) => registry.profiles.toArray())
  return Promise.all(
    rows.map(async ({ device, sealed }) =>
      readProfile(await plainSealer.open(sealed, `profiles/${device}`)),
    ),
  )
}

/** The profile last chosen; undefined on a browser where nobody is enrolled. */
export async function currentProfile(): Promise<Profile | undefined> {
  const chosen = await withRegistry((registry) => registry.choice.get('current'))
  const profiles = await listProfiles()
  return profiles.find(({ device }) => device === chosen?.device) ?? profiles[0]
}

/** Makes a profile the current one; the app then opens its workspace. */
export async function switchProfile(device: Profile['device']): Promise<void> {
  await withRegistry((registry) => registry.choice.put({ key: 'current', device }))
}

/** Lists a profile and makes it the current one; its credential is kept apart. */
export async function saveProfile(profile: Profile): Promise<void> {
  const { device } = profile
  const sealed = await plainSealer.seal(profile, `profiles/${device}`)
  await withRegistry((registry) =>
    registry.transaction('rw', registry.profiles, registry.choice, async () => {
      await registry.profiles.put({ device, sealed })
      await registry.choice.put({ key: 'current', device })
    }),
  )
}

/** The secret a profile shows to the server; undefined when its database was erased. */
export async function readCredential(
  device: Profile['device'],
  env: Pick<Env, 'sleep'>,
  sealer: Sealer = plainSealer,
): Promise<string | undefined> {
  const gateway = createGateway(device, env.sleep)
  try {
    const row = await gateway.withDb((db) => db.meta.get('credential'))
    return row && parseCredential(await sealer.open(row.sealed, 'meta/credential'), device).token
  } finally {
    gateway.close()
  }
}

async function withRegistry<T>(unit: (registry: Registry) => PromiseLike<T>): Promise<T> {
  const registry = new Dexie('escale-profiles', {
    chromeTransactionDurability: 'strict',
  }) as Registry
  registry.version(1).stores({ profiles: 'device', choice: 'key' })
  try {
    return await unit(registry)
  } finally {
    registry.close()
  }
}

/** A profile as the server or the disk gives it. Throws on another shape. */
export function readProfile(value: unknown): Profile {
  const { device, deviceLabel, person, dispositif, sites, posters } = z.parse(storedProfile, value)
  return {
    device: deviceId(device),
    deviceLabel,
    person: { ...person, id: personId(person.id) },
    dispositif: { ...dispositif, id: dispositifId(dispositif.id) },
    sites: sites.map(siteId),
    posters,
  }
}
