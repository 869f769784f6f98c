import { EVENT_STATUSES } from '#domain/adverse-event/adverse-event.ts'
import {
  exchangesOf,
  MOST_SAID,
  questionsOf,
  readSaid,
  saidId,
} from '#domain/adverse-event/event-dialogue.ts'
import type { RecordId } from '#domain/shared/ids.ts'
import { codeField, textField } from '#domain/shared/json.ts'
import {
  type ReceiptNews,
  receiptRequest,
  receiptResponse,
  sealNews,
} from '#protocol/answer-seal.ts'
import { type Envelope, envelope } from '#protocol/intake.ts'
import { shownFields } from '#protocol/merge.ts'
import { hashBearer } from '../access/bearer.ts'
import { readJson } from '../http/read-json.ts'
import { Refusal } from '../http/refusal.ts'
import { type Route, readBody } from '../http/route.ts'
import { hashReceipt } from '../intake/hash-receipt.ts'
import { openWithAnswer } from '../intake/intake-keys.ts'
import type { Session, Store } from '../store/store.ts'

/**
 * POST /v1/receipts: what became of a declaration, for whoever holds its code, from any phone. Sealed
 * both ways (`answer-seal.ts`): the key of the envelope names the home, so one slow hash is computed
 * whether the code is right or not. Five wrong codes, then a wait.
 */
export const receiptsRoute: Route = {
  method: 'POST',
  url: '/v1/receipts',
  summary: 'What became of a declaration, for whoever holds its code; sealed both ways.',
  body: envelope,
  answer: receiptResponse,
  who: 'anyone',
  perMinute: 30,
  async handle({ body, address, bearer }, { store, now, receiptAttempts }) {
    const sealed = readBody(envelope, body)
    const counted = hashBearer(bearer ?? address)
    const wait = receiptAttempts.take(counted, now())
    if (wait !== undefined) throw new Refusal({ kind: 'rate-limited', retryAfterS: wait })
    const { receipt, secret, site } = await openQuestion(store, sealed)
    const hash = await hashReceipt(receipt, site.receiptSalt)
    const news = await store.read(async (session) => {
      const event = await session.intake.eventOfReceipt(hash, site.id)
      return event && newsOf(session, event)
    })
    if (!news) throw new Refusal({ kind: 'not-found' })
    receiptAttempts.giveBack(counted)
    return { sealed: await sealNews(news, secret) }
  },
}

async function openQuestion(store: Store, sealed: Envelope) {
  const key = await store.read((session) => session.intake.key(sealed.keyId))
  const opened = key && (await openWithAnswer(sealed, key))
  const json = opened && readJson(opened.text)
  const asked = json?.ok ? receiptRequest.safeParse(json.value) : undefined
  const site = key && (await store.read((session) => session.directory.site(key.site)))
  if (!opened || !asked?.success || !site) throw new Refusal({ kind: 'envelope-unreadable' })
  return { receipt: asked.data.receipt, secret: opened.answerSecret, site }
}

async function newsOf(session: Session, event: RecordId): Promise<ReceiptNews | undefined> {
  const record = await session.records.get(event)
  if (!record || record.state.deleted) return undefined
  const fields = shownFields(record.state)
  const ids = Array.from({ length: MOST_SAID }, (_, index) => saidId(event, index + 1))
  const said = [...(await session.records.find(ids))].map(([id, { state }]) =>
    readSaid(id, shownFields(state)),
  )
  return {
    status: codeField(fields, 'status', EVENT_STATUSES, 'declared'),
    receivedOn: textField(fields, 'declaredOn'),
    answer: textField(fields, 'answer'),
    changed: textField(fields, 'changed'),
    exchanges: exchangesOf(questionsOf(fields), said).map((line) => ({
      ...line,
      on: line.on ?? '',
    })),
  }
}
