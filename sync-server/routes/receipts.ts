import { EVENT_STATUSES } from '#domain/adverse-event/adverse-event.ts'
import { codeField, textField } from '#domain/shared/json.ts'
import { type ReceiptResponse, receiptRequest, receiptResponse } from '#protocol/intake.ts'
import { shownFields } from '#protocol/merge.ts'
import { hashBearer } from '../access/bearer.ts'
import { readPosterToken } from '../access/poster-token.ts'
import { Refusal } from '../http/refusal.ts'
import { type Route, readBody } from '../http/route.ts'
import { hashReceipt } from '../intake/hash-receipt.ts'
import type { Session } from '../store/store.ts'

/**
 * POST /v1/receipts: what became of a declaration, for whoever holds its code, from any phone. With
 * a poster's token only that home is looked in; without, every home is. Five wrong codes, then a wait.
 */
export const receiptsRoute: Route = {
  method: 'POST',
  url: '/v1/receipts',
  summary: 'What became of a declaration, for whoever holds its code.',
  body: receiptRequest,
  answer: receiptResponse,
  who: 'anyone',
  perMinute: 30,
  async handle({ body, address, bearer }, { store, now, receiptAttempts }) {
    const { receipt } = readBody(receiptRequest, body)
    const counted = hashBearer(bearer ?? address)
    const wait = receiptAttempts.take(counted, now())
    if (wait !== undefined) throw new Refusal({ kind: 'rate-limited', retryAfterS: wait })
    const salts = await store.read((session) => saltsOf(session, bearer))
    for (const salt of salts) {
      const hash = await hashReceipt(receipt, salt)
      const found = await store.read((session) => eventBehind(session, hash))
      if (!found) continue
      receiptAttempts.giveBack(counted)
      return found
    }
    throw new Refusal({ kind: 'not-found' })
  },
}

async function saltsOf(session: Session, bearer: string | undefined): Promise<readonly string[]> {
  const place = bearer && readPosterToken(bearer, await session.meta.serverKey())
  const sites = await session.directory.sites()
  return sites.filter(({ id }) => !place || id === place.site).map((site) => site.receiptSalt)
}

async function eventBehind(session: Session, hash: string): Promise<ReceiptResponse | undefined> {
  const event = await session.intake.eventOfReceipt(hash)
  const record = event && (await session.records.get(event))
  if (!record) return undefined
  const fields = shownFields(record.state)
  return {
    status: codeField(fields, 'status', EVENT_STATUSES, 'declared'),
    answer: textField(fields, 'answer'),
  }
}
