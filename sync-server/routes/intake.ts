import { MOST_SAID } from '#domain/adverse-event/event-dialogue.ts'
import type { SiteId } from '#domain/shared/ids.ts'
import { type Declaration, type Envelope, envelope, intakeResponse } from '#protocol/intake.ts'
import type { EnrolledCaller, PosterCaller } from '../access/authenticate.ts'
import { hashBearer } from '../access/bearer.ts'
import { siteOf } from '../access/posters-of.ts'
import { Refusal } from '../http/refusal.ts'
import { type Route, readBody } from '../http/route.ts'
import { fileAddition } from '../intake/file-addition.ts'
import { type Deposit, fileDeclaration } from '../intake/file-declaration.ts'
import { hashReceipt } from '../intake/hash-receipt.ts'
import { openEnvelope } from '../intake/intake-keys.ts'
import { readDeposit } from '../intake/read-deposit.ts'
import type { Session, Store } from '../store/store.ts'

/**
 * POST /v1/intake: a sealed declaration, or words added to one. Opened, filed among the events of its
 * home, and answered only once on disk. The same envelope sent again is the same event.
 */
export const intakeRoute: Route = {
  method: 'POST',
  url: '/v1/intake',
  summary: 'A sealed declaration, or words added to one, filed once however often it is sent.',
  body: envelope,
  answer: intakeResponse,
  who: 'depositor',
  perMinute: 30,
  async handle({ body, caller, bearer, address }, context) {
    const { store, now } = context
    const sealed = readBody(envelope, body)
    const before = await store.read((session) => session.intake.filedOn(sealed.id))
    if (before) return { id: sealed.id, receivedOn: before }
    const { deposit, place } = await openDeposit(store, sealed, caller)
    if (deposit.kind === 'declaration') {
      const filed = await fileDeclared(store, sealed, deposit.declaration, { caller, place }, now())
      await store.foldTrail()
      return { id: sealed.id, ...filed }
    }
    // A receipt is guessed here as well as by reading: the same few tries for both.
    const counted = hashBearer(bearer ?? address)
    const wait = context.receiptAttempts.take(counted, now())
    if (wait !== undefined) throw new Refusal({ kind: 'rate-limited', retryAfterS: wait })
    const { addition } = deposit
    const receiptHash = await hashReceipt(addition.receipt, place.salt)
    const filed = await store.write((session) =>
      fileAddition(session, { ...place, envelope: sealed.id, receiptHash, addition }, now()),
    )
    if (filed === 'unknown') throw new Refusal({ kind: 'not-found' })
    context.receiptAttempts.giveBack(counted)
    await store.foldTrail()
    if (filed === 'full') throw new Refusal({ kind: 'too-large', limit: MOST_SAID })
    return { id: sealed.id, ...filed }
  },
}

type Depositor = EnrolledCaller | PosterCaller
type Place = Awaited<ReturnType<typeof placeOf>>

/** What an envelope holds and the home it is for. */
async function openDeposit(store: Store, sealed: Envelope, caller: Depositor) {
  const key = await store.read((session) => session.intake.key(sealed.keyId))
  const text = key && (await openEnvelope(sealed, key))
  const deposit = text === undefined ? undefined : readDeposit(text)
  if (!key || !deposit) throw new Refusal({ kind: 'envelope-unreadable' })
  if (!mayDepositAt(caller, key.site)) throw new Refusal({ kind: 'forbidden' })
  return { deposit, place: await store.read((session) => placeOf(session, key.site)) }
}

async function fileDeclared(
  store: Store,
  sealed: Envelope,
  declaration: Declaration,
  { caller, place }: { caller: Depositor; place: Place },
  now: number,
) {
  const told = declaration.answers.unit
  const ownUnit = caller.kind === 'poster' ? caller.place.unit : ''
  const deposit: Deposit = {
    envelope: sealed.id,
    declaration,
    dispositif: place.dispositif,
    site: place.site,
    // The declarer may say it happened in another unit of the home.
    unit: typeof told === 'string' && place.units.includes(told) ? told : ownUnit,
    receiptHash: await hashReceipt(declaration.receipt, place.salt),
    device: caller.kind === 'device' ? caller.device.id : undefined,
  }
  return store.write((session) => fileDeclaration(session, deposit, now))
}

function mayDepositAt(caller: Depositor, site: string): boolean {
  return caller.kind === 'poster'
    ? caller.place.site === site
    : caller.holder.sites.some(({ id }) => id === site)
}

async function placeOf(session: Session, site: SiteId) {
  const stored = await session.directory.site(site)
  const dispositif = stored && (await session.directory.dispositif(stored.dispositif))
  if (!stored || !dispositif) throw new Refusal({ kind: 'not-found' })
  const units = (await siteOf(session, stored.id))?.units ?? []
  return { site, dispositif, salt: stored.receiptSalt, units: units.map((unit) => unit.id) }
}
