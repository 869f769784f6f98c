import { DIGEST_LETTERS } from '#protocol/frames.ts'
import { sha256Hex } from '#protocol/hash-op.ts'
import { lineOf } from '#protocol/pack-record.ts'
import { layOver } from '#protocol/part-of-record.ts'
import { packedOfReceived, type ReceivedPage } from '../page.ts'
import type { FoldedReplica } from '../replica.ts'

const NEWLINE = '\n'

/**
 * Pages whose lines are all whole: what came as a part is laid over the record this device holds.
 * Undefined when that does not give the server's own lines, whatever the reason: a record that is not
 * here, or not as the server believes. They are then to be asked whole.
 */
export async function fillPages(
  replica: Pick<FoldedReplica, 'received'>,
  pages: readonly ReceivedPage[],
): Promise<readonly ReceivedPage[] | undefined> {
  const filled: ReceivedPage[] = []
  for (const page of pages) {
    const whole = page.parts?.length ? await fillPage(replica, page) : page
    if (!whole) return undefined
    filled.push(whole)
  }
  return filled
}

async function fillPage(
  replica: Pick<FoldedReplica, 'received'>,
  { lines, packed, parts = [], sum, ...head }: ReceivedPage,
): Promise<ReceivedPage | undefined> {
  const texts = new TextDecoder().decode(lines).split(NEWLINE)
  const whole = [...packed]
  for (const place of parts) {
    const part = packed[place]
    const before = part && replica.received(part.id)
    if (!part || before?.kind.bucket !== head.bucket) return undefined
    const record = layOver(packedOfReceived(before), part)
    whole[place] = record
    texts[place] = lineOf(record)
  }
  const encoder = new TextEncoder()
  const laid = parts.map((place) => texts[place]).join(NEWLINE)
  const digest = await sha256Hex(encoder.encode(laid))
  if (digest.slice(0, DIGEST_LETTERS) !== sum) return undefined
  return { ...head, lines: encoder.encode(texts.join(NEWLINE)), packed: whole }
}
