import type { ReceiptContent } from '#protocol/bundle.ts'
import { openReceipt } from '#protocol/receipt-seal.ts'
import type { SealedFile } from '#protocol/sealed-file.ts'
import type { LocalStore } from '../local-state.ts'
import { StaleError } from '../stale-error.ts'
import { isConstraint } from '../storage-error.ts'
import { moveTo, startOver } from '../sync/change-place.ts'
import { commitResponse } from '../sync/commit-response.ts'
import type { ImportOutcome } from './handover.ts'

/** Races with another tab's round before giving up. */
const MAX_TRIES = 5

/**
 * Keeps the server's answer that came back as a file, exactly as the answer to a push: outcomes,
 * highest number held, photos still asked for. It grants nothing and brings no page. One that is
 * older than what the server already told this device changes nothing, however often it is read.
 */
export async function takeReceipt(
  store: LocalStore,
  { aad, sealed }: Extract<SealedFile, { kind: 'receipt' }>,
  now: number,
): Promise<ImportOutcome> {
  const { carry } = store.state
  const receipt = carry && (await openReceipt(sealed, carry.deviceKey, aad))
  if (!receipt) return { kind: 'fault', fault: 'unreadable' }
  for (let tries = 1; ; tries++) {
    try {
      return await store.exclusive(async () => {
        await store.refresh()
        return keep(store, receipt, now)
      })
    } catch (error) {
      const lostRace = error instanceof StaleError || isConstraint(error)
      if (!lostRace || tries >= MAX_TRIES) throw error
    }
  }
}

async function keep(
  store: LocalStore,
  receipt: ReceiptContent,
  now: number,
): Promise<ImportOutcome> {
  const { ops, sync } = store.state
  const { lastContactAt, offsetMs, serverLast, epoch, wanted } = sync.value
  // Both are the server's own clock: what this device's clock did meanwhile does not count.
  const isOlder = lastContactAt !== null && receipt.serverTime <= lastContactAt + offsetMs
  if (receipt.stopped?.kind === 'clone') return { kind: 'clone' }
  const { last, outcomes } = receipt.push
  const wentBack = receipt.stopped?.kind === 'epoch' || last < serverLast
  const isAhead = receipt.stopped?.kind === 'gap' && receipt.stopped.expected > serverLast + 1
  if (wentBack || isAhead) {
    if (isOlder) return { kind: 'nothing-new' }
    // As a round does with the same answer: put back to an older day, or further than believed.
    if (wentBack) await startOver(store, { epoch: receipt.epoch, last, noticedAt: now })
    else await moveTo(store, last)
    return { kind: 'send-again' }
  }
  const answered = outcomes.filter(({ n }) => ops.get(n)?.state === 'pending').length
  const photosCame = wanted.some((sha256) => !receipt.wanted.includes(sha256))
  if (isOlder || (answered === 0 && last <= serverLast && !photosCame)) {
    return { kind: 'nothing-new' }
  }
  await commitResponse(store, {
    response: {
      // Another epoch is for a round to settle, which can compare all that both sides hold.
      epoch: epoch ?? receipt.epoch,
      serverTime: receipt.serverTime,
      push: receipt.push,
      tag: '',
      news: {},
      wanted: receipt.wanted,
    },
    pages: [],
    takePages: false,
    offsetMs,
    receivedAt: receipt.serverTime - offsetMs,
  })
  return { kind: 'receipt', answered }
}
