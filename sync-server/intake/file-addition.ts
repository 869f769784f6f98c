import { MOST_SAID, questionsOf, saidId } from '#domain/adverse-event/event-dialogue.ts'
import { dayAt } from '#domain/shared/day.ts'
import type { RecordId } from '#domain/shared/ids.ts'
import { textField } from '#domain/shared/json.ts'
import type { Addition } from '#protocol/intake.ts'
import { shownFields } from '#protocol/merge.ts'
import type { Session } from '../store/store.ts'
import { authorBatch } from '../sync/author-batch.ts'
import { type Deposit, NOBODY } from './file-declaration.ts'

export type AdditionFault = 'unknown' | 'full'

/**
 * Files words beside the event their receipt names, once: a repeated envelope gets its first day
 * again. They are records of their own, so that those of an anonymous author may stand anywhere in
 * the log (`sync/mingle.ts`). `unknown` when no event of this home has this receipt, `full` beyond
 * the words one author may add.
 */
export async function fileAddition(
  session: Session,
  deposit: Pick<Deposit, 'envelope' | 'dispositif' | 'site' | 'receiptHash'> & {
    readonly addition: Addition
  },
  now: number,
): Promise<{ receivedOn: string } | AdditionFault> {
  const before = await session.intake.filedOn(deposit.envelope)
  if (before) return { receivedOn: before }
  const event = await session.intake.eventOfReceipt(deposit.receiptHash, deposit.site)
  const record = event && (await session.records.hold([event])).get(event)
  if (!event || !record || record.state.deleted) return 'unknown'
  const rank = await nextRank(session, event)
  if (rank > MOST_SAID) return 'full'
  const fields = shownFields(record.state)
  const { words, question } = deposit.addition
  const day = dayAt(now, deposit.dispositif.timeZone)
  const hidden = textField(fields, 'identity') === 'anonymous'
  const isAsked = questionsOf(fields).some(({ id }) => id === question)
  await authorBatch(session, { dispositif: deposit.dispositif.id, person: NOBODY, hidden }, [
    {
      id: saidId(event, rank),
      type: 'event-said',
      scope: deposit.site,
      at: hidden ? Date.parse(day) : now,
      fields: { event, words, on: day, ...(question && isAsked && { question }) },
    },
  ])
  await session.intake.markFiled(deposit.envelope, day)
  return { receivedOn: day }
}

async function nextRank(session: Session, event: RecordId): Promise<number> {
  const ids = Array.from({ length: MOST_SAID }, (_, index) => saidId(event, index + 1))
  return (await session.records.find(ids)).size + 1
}
