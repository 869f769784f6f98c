import { timingSafeEqual } from 'node:crypto'
import { v7 } from 'uuid'
import { parseDay } from '#domain/shared/day.ts'
import { dispositifId, personId, siteId } from '#domain/shared/ids.ts'
import {
  type SetupRequest,
  type SetupResponse,
  setupRequest,
  setupResponse,
} from '#protocol/access.ts'
import { normaliseCode } from '../access/codes.ts'
import { invite, LONG_INVITATION_MS } from '../access/invite.ts'
import { nextSetupCode } from '../access/setup-code.ts'
import { Refusal } from '../http/refusal.ts'
import { type Route, readBody } from '../http/route.ts'
import { foundDispositif, type NewDispositif } from '../setup/create-dispositif.ts'

/**
 * POST /v1/setup: the first-run assistant's answers, with the code of the server's terminal; on a
 * server that has dispositifs, one more, with the secret only its operator can make.
 */
export const setupRoute: Route = {
  method: 'POST',
  url: '/v1/setup',
  summary: 'The first-run assistant, once, on an empty server.',
  body: setupRequest,
  answer: setupResponse,
  who: 'anyone',
  perMinute: 30,
  async handle({ body, address }, { store, now, setupCode, codeAttempts }): Promise<SetupResponse> {
    const request = readBody(setupRequest, body)
    const wait = codeAttempts.take(address, now())
    if (wait !== undefined) throw new Refusal({ kind: 'rate-limited', retryAfterS: wait })
    const made = await store.write(async (session) => {
      const there = (await session.directory.holdDispositifs()).length
      const next = nextSetupCode(await session.meta.serverKey(), there)
      const expected = there === 0 ? setupCode() : next
      if (!expected || !isSame(request.setupCode, expected)) {
        throw new Refusal({ kind: there === 0 ? 'code-refused' : 'already-set-up' })
      }
      const { dispositif, porteur, officer } = firstDispositif(request, now())
      await foundDispositif(session, dispositif)
      const lasts = { now: now(), lastsMs: LONG_INVITATION_MS }
      return {
        porteurCode: (await invite(session, porteur, lasts)).code,
        officerCode: (await invite(session, officer, lasts)).code,
      }
    })
    codeAttempts.giveBack(address)
    return made
  },
}

function isSame(typed: string, expected: string): boolean {
  const given = Buffer.from(normaliseCode(typed))
  const wanted = Buffer.from(expected)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

function firstDispositif(request: SetupRequest, at: number) {
  const startedOn = parseDay(request.startedOn)
  if (!startedOn) throw new Refusal({ kind: 'bad-request', detail: 'startedOn' })
  if (!isTimeZone(request.timeZone)) throw new Refusal({ kind: 'bad-request', detail: 'timeZone' })
  const sites = request.sites.map((site, index) => ({
    id: siteId(v7()),
    name: site.name,
    kind: site.kind,
    commune: site.commune,
    places: site.places,
    ...(site.latitude !== undefined && { latitude: site.latitude }),
    ...(site.longitude !== undefined && { longitude: site.longitude }),
    isPorteur: index === 0,
    units: site.units.map((name) => ({ id: v7(), name })),
  }))
  const porteur = personId(v7())
  const officer = personId(v7())
  const all = sites.map(({ id }) => id)
  const dispositif: NewDispositif = {
    id: dispositifId(v7()),
    name: request.dispositif,
    timeZone: request.timeZone,
    startedOn,
    sites,
    people: [
      { id: porteur, name: request.porteur, role: 'porteur', sites: [] },
      { id: officer, name: request.officer, role: 'officer', sites: all },
    ],
    at,
  }
  return { dispositif, porteur, officer }
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('fr', { timeZone: name }))
  } catch {
    // The platform has no other way to ask whether it knows a zone.
    return false
  }
}
