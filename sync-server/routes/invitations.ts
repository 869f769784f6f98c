import { v7 } from 'uuid'
import { type DispositifId, type PersonId, personId, siteId } from '#domain/shared/ids.ts'
import { type InvitationRequest, invitationRequest, invitationResponse } from '#protocol/access.ts'
import { INVITATION_MS, invite } from '../access/invite.ts'
import { Refusal } from '../http/refusal.ts'
import { type Route, readBody } from '../http/route.ts'
import { personWrite } from '../setup/create-dispositif.ts'
import type { Session } from '../store/store.ts'
import { authorBatch } from '../sync/author-batch.ts'

/** POST /v1/invitations, by the porteur: a code for someone of the directory, or someone new. */
export const invitationsRoute: Route = {
  method: 'POST',
  url: '/v1/invitations',
  summary: 'A code for someone of the directory, or someone new.',
  body: invitationRequest,
  answer: invitationResponse,
  who: 'device',
  roles: ['porteur'],
  perMinute: 60,
  async handle({ body, caller }, { store, now }) {
    const { person } = readBody(invitationRequest, body)
    const { dispositif } = caller.holder
    return store.write(async (session) => {
      const invited =
        'id' in person
          ? await known(session, dispositif, person.id)
          : await added(session, dispositif, person, { by: caller.holder.person, now: now() })
      const invitation = await invite(session, invited, { now: now(), lastsMs: INVITATION_MS })
      return { person: invited, ...invitation }
    })
  },
}

async function known(session: Session, dispositif: DispositifId, id: string): Promise<PersonId> {
  const person = await session.directory.person(id)
  if (person?.dispositif !== dispositif) throw new Refusal({ kind: 'not-found' })
  return person.id
}

type NewPerson = Exclude<InvitationRequest['person'], { id: string }>

async function added(
  session: Session,
  dispositif: DispositifId,
  { name, role, sites }: NewPerson,
  { by, now }: { by: PersonId; now: number },
): Promise<PersonId> {
  const own = new Set<string>((await session.directory.sites(dispositif)).map(({ id }) => id))
  const foreign = sites.find((id) => !own.has(id))
  if (foreign !== undefined) throw new Refusal({ kind: 'bad-request', detail: 'person.sites' })
  const person = { id: personId(v7()), name, role, sites: [...new Set(sites)].map(siteId) }
  await session.directory.addPerson({ ...person, dispositif, createdAt: now })
  await authorBatch(session, { dispositif, person: by }, [personWrite(dispositif, person, now)])
  return person.id
}
