import { randomUUID } from 'node:crypto'
import { grantsOf } from '#domain/rights/rights.ts'
import { deviceId, dispositifId, personId, recordId, siteId } from '#domain/shared/ids.ts'
import { bucketId } from '#domain/site/bucket.ts'
import { hashOp } from '#protocol/hash-op.ts'
import { hlcAt } from '#protocol/hlc.ts'
import { opId, SCHEMA_VERSION } from '#protocol/op.ts'
import { hashBearer, makeBearer } from '../access/bearer.ts'
import type { Session, Store } from '../store/store.ts'
import { together } from '../store/together.ts'
import { newsOf, pagesOf } from './pull.ts'
import { pushOps, readOps } from './push.ts'

/** As many as a PostgreSQL gets connections: each is opened, and plans its statements. */
const AT_ONCE = 10
/** Beyond five, a statement is planned no more; the code of a round is compiled for good after some hundreds. */
const TIMES = 30
const OPS = 10

class TakenBack extends Error {}

/**
 * Plays rounds before the first device knocks, each in a write that is taken back whole: the connections of a
 * PostgreSQL are then open, its statements planned and the code of a round compiled. Without it, devices that all
 * come back to a server just started pay for that. `report` hears of a round that fails; it keeps no server from starting.
 */
export async function rehearse(store: Store, report: (error: unknown) => void): Promise<void> {
  const play = async () => {
    for (let time = 0; time < TIMES; time += 1) await playAndTakeBack(store)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, play)).catch(report)
}

async function playAndTakeBack(store: Store): Promise<void> {
  const played = store.write(async (session) => {
    // It never says its end: nothing of this may be kept.
    await playRound({ ...session, endsHere: () => {} })
    throw new TakenBack()
  })
  await played.catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error
  })
}

/** A dispositif of its own, so that rounds played at once, by this process or another, never meet. */
async function playRound(session: Session): Promise<void> {
  const name = `rehearsal-${randomUUID()}`
  const at = Date.now()
  const dispositif = dispositifId(name)
  const device = deviceId(name)
  const person = personId(name)
  const site = siteId(name)
  const bearer = hashBearer(makeBearer())
  const { directory, meta, records, blobs } = session
  await directory.addDispositif({ id: dispositif, name, timeZone: 'UTC', createdAt: at })
  await directory.addSite({ id: site, dispositif, receiptSalt: '' })
  const people = { id: person, dispositif, name, role: 'officer', sites: [site] } as const
  await directory.addPerson({ ...people, createdAt: at })
  await directory.addDevice({ id: device, dispositif, person, label: name, createdAt: at })
  await directory.addCredential({ hash: bearer, device, kind: 'session', expiresAt: at })

  const bucket = bucketId(site, 'quality')
  const raw = await Promise.all(
    Array.from({ length: OPS }, (_, index) =>
      hashOp({
        id: opId(device, index + 1),
        rec: recordId(randomUUID()),
        type: 'audit',
        bucket,
        kind: 'create',
        f: { 'answers.C1': { v: 'yes', base: null } },
        sv: SCHEMA_VERSION,
        actor: person,
        h: hlcAt(at),
        wall: at,
        tz: 0,
      }),
    ),
  )
  const [caller, held] = await together([
    directory.caller(bearer, 'session', at),
    directory.holdDevice(device),
    meta.epoch(),
    directory.heard(device, at, at),
  ])
  if (!caller || !held) throw new Error('What was just written is not there')
  const ops = await readOps({ from: 1, ops: raw })
  await pushOps(session, held, { ops, declared: OPS }, at)
  const homes = caller.person.homes
  const grants = grantsOf({ role: 'officer', dispositif, device, sites: homes })
  const buckets = [...grants.keys()]
  const [heads] = await together([
    records.heads(buckets),
    blobs.expectedIn(buckets, device, 1),
    blobs.wantedFrom(device),
  ])
  const { news } = newsOf(heads, grants, { grants: '', cursors: [] }, '')
  for await (const _ of pagesOf((work) => work(session), news, {}));
}
