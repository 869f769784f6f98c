import type { Role } from '#domain/rights/rights.ts'
import type { Poster } from '#protocol/access.ts'
import { invite, LONG_INVITATION_MS } from './access/invite.ts'
import { postersOf, siteOf } from './access/posters-of.ts'
import type { Store } from './store/store.ts'

export interface InvitedPerson {
  readonly name: string
  readonly role: Role
  /** The one home of a person who has one only. */
  readonly home: string | undefined
  readonly code: string
}

/** What the terminal shows at the start: a code by person, and the poster of one unit. */
export interface FirstCodes {
  readonly people: readonly InvitedPerson[]
  readonly poster: Poster | undefined
}

/** Makes a fresh invitation, good for a day and one device, for each person of the directory. */
export async function makeFirstCodes(store: Store, now: number): Promise<FirstCodes> {
  return store.write(async (session) => {
    const invited: InvitedPerson[] = []
    const dispositifs = await session.directory.dispositifs()
    const people = (
      await Promise.all(dispositifs.map(({ id }) => session.directory.people(id)))
    ).flat()
    for (const { id, name, role, sites } of people) {
      const { code } = await invite(session, id, { now, lastsMs: LONG_INVITATION_MS })
      const [only, ...others] = role === 'porteur' ? [] : sites
      const home = only && others.length === 0 ? (await siteOf(session, only))?.name : undefined
      invited.push({ name, role, home, code })
    }
    const home = people.find(({ role }) => role === 'declarant')?.sites[0]
    const [poster] = home ? await postersOf(session, [home]) : []
    return { people: invited, poster }
  })
}
