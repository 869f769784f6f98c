import { randomUUID } from 'node:crypto'
import { photoId } from '#domain/adverse-event/event-dialogue.ts'
import { type Day, dayAt } from '#domain/shared/day.ts'
import {
  type DeviceId,
  type DispositifId,
  personId,
  recordId,
  type SiteId,
} from '#domain/shared/ids.ts'
import { bareJpeg } from '#protocol/bare-jpeg.ts'
import type { Declaration } from '#protocol/intake.ts'
import { randomLetters } from '../access/codes.ts'
import type { Session } from '../store/store.ts'
import { authorBatch } from '../sync/author-batch.ts'
import type { AuthoredWrite } from '../sync/authored-write.ts'
import { receiptId } from '../sync/receipt-state.ts'
import { answerFields } from './read-deposit.ts'

/** Nobody of the directory signs a deposit: who declared is in a record apart, or nowhere. */
export const NOBODY = personId('server')

export interface Deposit {
  readonly envelope: string
  readonly declaration: Declaration
  readonly dispositif: { readonly id: DispositifId; readonly timeZone: string }
  readonly site: SiteId
  readonly unit: string
  /** Kept of the receipt: its slow hash. */
  readonly receiptHash: string
  /** The enrolled device that declared, which then gets a receipt of its own. */
  readonly device: DeviceId | undefined
}

/**
 * Files a declaration among the events of its home, once: a repeated envelope gets its first day
 * again. Anonymous means no hour anywhere: not of the facts, nor of the receipt, nor in the stamps,
 * which all stand at the start of the day in UTC; and no order among the others of the day
 * (`sync/mingle.ts`; rule R-EI-1, security.md D5).
 */
export async function fileDeclaration(
  session: Session,
  deposit: Deposit,
  now: number,
): Promise<{ receivedOn: string }> {
  const before = await session.intake.filedOn(deposit.envelope)
  if (before) return { receivedOn: before }
  const day = dayAt(now, deposit.dispositif.timeZone)
  const anonymous = deposit.declaration.identity === 'anonymous'
  const writes = writesOf(deposit, day, anonymous ? Date.parse(day) : now)
  await authorBatch(
    session,
    { dispositif: deposit.dispositif.id, person: NOBODY, hidden: anonymous },
    writes,
  )
  const [event] = writes
  if (event) {
    await session.intake.addReceipt({
      hash: deposit.receiptHash,
      site: deposit.site,
      event: event.id,
    })
  }
  await session.intake.markFiled(deposit.envelope, day)
  return { receivedOn: day }
}

function writesOf(deposit: Deposit, day: Day, at: number): AuthoredWrite[] {
  const { declaration, site, unit, device } = deposit
  // Random, never sequential: neither the id nor the reference tells who came before whom.
  const event = recordId(randomUUID())
  const reference = `EI-${day.slice(0, 4)}-${randomLetters(5)}`
  const writes: AuthoredWrite[] = [
    {
      id: event,
      type: 'adverse-event',
      scope: site,
      at,
      fields: {
        reference,
        unit,
        occurredOn: declaration.occurredOn,
        ...(declaration.identity !== 'anonymous' &&
          declaration.occurredAt && { occurredAt: declaration.occurredAt }),
        declaredOn: day,
        identity: declaration.identity,
        form: declaration.form,
        formVersion: declaration.formVersion,
        ...answerFields(declaration.answers),
        status: 'declared',
      },
    },
  ]
  const jpeg = jpegOf(declaration.photo)
  // A record of its own and no file: the disk would keep the minute at which a file was made.
  if (jpeg) {
    writes.push({
      id: photoId(event),
      type: 'event-photo',
      scope: site,
      at,
      fields: { event, jpeg },
    })
  }
  if (declaration.identity === 'anonymous') return writes
  if (declaration.declarant) {
    const { name, contact } = declaration.declarant
    writes.push({
      id: recordId(randomUUID()),
      type: declaration.identity === 'nominative' ? 'named-declarant' : 'declarant',
      scope: site,
      at,
      fields: { event, name, contact },
    })
  }
  if (device) {
    writes.push({
      id: receiptId(event),
      type: 'receipt',
      scope: device,
      at,
      fields: { reference, receivedOn: day, status: 'declared' },
    })
  }
  return writes
}

/** The picture alone. Bytes that are no JPEG are dropped: the words matter more than the photo. */
function jpegOf(photo: string | undefined): string | undefined {
  const bare = photo && bareJpeg(Buffer.from(photo, 'base64url'))
  return bare ? Buffer.from(bare).toString('base64') : undefined
}
