import * as z from 'zod/mini'
import { ROLES } from '#domain/rights/rights.ts'
import { SITE_KINDS } from '#domain/site/site.ts'
import { LIMITS } from './limits.ts'

/** No database keeps U+0000 in a text; PostgreSQL would answer with a fault of its own. */
const withoutNul = z.refine<string>(
  (text) => !text.includes('\u0000'),
  'holds the character U+0000',
)
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(120), withoutNul)

/** `POST /v1/enrol`: a single-use code against a device of one's own. The code travels in the body. */
export const enrolRequest = z.strictObject({
  code: z.string().check(z.minLength(10), z.maxLength(64)),
  /** What the person calls this device: « Tablette », « Poste du bureau ». */
  label: name,
})

/** `POST /v1/fork`: a copied device asks to be somebody else from its first number already taken. */
export const forkRequest = z.strictObject({
  from: z.int().check(z.gte(1)),
  /** Addresses of photos it holds and has not sent: those it named before are asked of it again. */
  photos: z.optional(
    z.array(z.string().check(z.regex(/^[0-9a-f]{64}$/))).check(z.maxLength(LIMITS.photosPerFork)),
  ),
})
export const forkResponse = z.object({ device: z.string(), token: z.string() })

export const poster = z.object({
  site: z.string(),
  siteName: z.string(),
  unit: z.string(),
  unitName: z.string(),
  /** Secret of the wall: gives the right to deposit for that unit, nothing else. */
  token: z.string(),
})
export type Poster = z.infer<typeof poster>

/** `GET /v1/posters`: one by unit of each home of the caller. */
export const postersResponse = z.object({ posters: z.array(poster) })
export type PostersResponse = z.infer<typeof postersResponse>

export const enrolResponse = z.object({
  device: z.string(),
  /** 256 bits, opaque; the server keeps its hash only. */
  token: z.string(),
  person: z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES) }),
  dispositif: z.object({ id: z.string(), name: z.string(), timeZone: z.string() }),
  sites: z.array(z.string()),
  /** Where this person may declare or print the posters of. */
  posters: z.array(poster),
  epoch: z.string(),
  /** Items written on other devices of this person that never came, perhaps this one before it was erased. */
  unsent: z.optional(z.int()),
})
export type EnrolResponse = z.infer<typeof enrolResponse>

/** `POST /v1/invitations`, by the porteur: a code for a person of the directory, or a new one. */
export const invitationRequest = z.strictObject({
  person: z.union([
    z.strictObject({ id: z.string() }),
    z.strictObject({
      name,
      role: z.enum(ROLES),
      sites: z.array(z.string()).check(z.maxLength(50)),
    }),
  ]),
})
export type InvitationRequest = z.infer<typeof invitationRequest>

/** `POST /v1/people/:person/sites`, by the porteur: the whole list, none for someone who left. */
export const assignSitesRequest = z.strictObject({
  sites: z.array(z.string()).check(z.maxLength(50)),
})
export const assignedSites = z.object({ person: z.string(), sites: z.array(z.string()) })

/** `POST /v1/devices/:device/revoke`, by the porteur. */
export const revokedDevice = z.object({ device: z.string() })

export const invitationResponse = z.object({
  person: z.string(),
  /** Ten Crockford characters, single use. */
  code: z.string(),
  expiresAt: z.number(),
})
export type InvitationResponse = z.infer<typeof invitationResponse>

/** `POST /v1/setup`, once, on an empty server: answers the first-run assistant. */
export const setupRequest = z.strictObject({
  /** Printed by the server in its own terminal: whoever reaches the port first is not the owner. */
  setupCode: z.string(),
  dispositif: name,
  timeZone: z.string().check(z.maxLength(60), withoutNul),
  startedOn: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  porteur: name,
  officer: name,
  sites: z
    .array(
      z.strictObject({
        name,
        kind: z.enum(SITE_KINDS),
        commune: name,
        places: z.int().check(z.gte(1), z.lte(2000)),
        latitude: z.optional(z.number().check(z.gte(-90), z.lte(90))),
        longitude: z.optional(z.number().check(z.gte(-180), z.lte(180))),
        units: z.array(name).check(z.minLength(1), z.maxLength(40)),
      }),
    )
    .check(z.minLength(1), z.maxLength(12)),
})
export type SetupRequest = z.infer<typeof setupRequest>

/** The porteur's and the officer's codes, each for one device. */
export const setupResponse = z.object({ porteurCode: z.string(), officerCode: z.string() })
export type SetupResponse = z.infer<typeof setupResponse>

/** `GET /v1/status`: what a page must know before anyone is enrolled. */
export const serverStatus = z.object({
  ready: z.boolean(),
  needsSetup: z.boolean(),
  version: z.string(),
})
export type ServerStatus = z.infer<typeof serverStatus>

/** `GET /v1/health`: for a supervisor. */
export const serverHealth = z.object({ ok: z.boolean() })
