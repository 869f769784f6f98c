import { type Envelope, envelope, intakeResponse } from '#protocol/intake.ts'
import type { EnrolledCaller, PosterCaller } from '../access/authenticate.ts'
import { siteOf } from '../access/posters-of.ts'
import { Refusal } from '../http/refusal.ts'
import { type Route, readBody } from '../http/route.ts'
import { type Deposit, fileDeclaration } from '../intake/file-declaration.ts'
import { hashReceipt } from '../intake/hash-receipt.ts'
import { openEnvelope } from '../intake/intake-keys.ts'
import { readDeclaration } from '../intake/read-declaration.ts'
import type { Session, Store } from '../store/store.ts'

/**
 * POST /v1/intake: a sealed declaration. Opened, filed among the events of its home, and answered
 * only once on disk. The same envelope sent again is the same event.
 */
export const intakeRoute: Route = {
  method: 'POST',
  url: '/v1/intake',
  summary: 'A sealed declaration, filed once however often it is sent.',
  body: envelope,
  answer: intakeResponse,
  who: 'depositor',
  perMinute: 30,
  async handle({ body, caller }, { store, now }) {
    const sealed = readBody(envelope, body)
    const before = await store.read((session) => session.intake.filedOn(sealed.id))
    if (before) return { id: sealed.id, receivedOn: before }
    const deposit = await openDeposit(store, sealed, caller)
    const filed = await store.write((session) => fileDeclaration(session, deposit, now()))
    return { id: sealed.id, ...filed }
  },
}

async function openDeposit(
  store: Store,
  sealed: Envelope,
  caller: EnrolledCaller | PosterCaller,
): Promise<Deposit> {
  const key = await store.read((session) => session.intake.key(sealed.keyId))
  const text = key && (await openEnvelope(sealed, key))
  const declaration = text === undefined ? undefined : readDeclaration(text)
  if (!key || !declaration) throw new Refusal({ kind: 'envelope-unreadable' })
  if (!mayDepositAt(caller, key.site)) throw new Refusal({ kind: 'forbidden' })
  const place = await store.read((session) => placeOf(session, key.site))
  const told = declaration.answers.unit
  const ownUnit = caller.kind === 'poster' ? caller.place.unit : ''
  return {
    envelope: sealed.id,
    declaration,
    dispositif: place.dispositif,
    site: key.site,
    // The declarer may say it happened in another unit of the home.
    unit: typeof told === 'string' && place.units.includes(told) ? told : ownUnit,
    receiptHash: await hashReceipt(declaration.receipt, place.salt),
    device: caller.kind === 'device' ? caller.device.id : undefined,
  }
}

function mayDepositAt(caller: EnrolledCaller | PosterCaller, site: string): boolean {
  return caller.kind === 'poster'
    ? caller.place.site === site
    : caller.holder.sites.some(({ id }) => id === site)
}

async function placeOf(session: Session, id: string) {
  const stored = await session.directory.site(id)
  const dispositif = stored && (await session.directory.dispositif(stored.dispositif))
  if (!stored || !dispositif) throw new Refusal({ kind: 'not-found' })
  const units = (await siteOf(session, stored.id))?.units ?? []
  return { dispositif, salt: stored.receiptSalt, units: units.map((unit) => unit.id) }
}
