import { sha256 } from '../../sha256.ts'
import type { LogEntry } from '../../store/change-log.ts'
import type { Session } from '../../store/store.ts'
import { isUnnumbered } from '../../sync/mingle.ts'
import { type Check, countOf } from './check.ts'

const ENTRIES_AT_ONCE = 1_000

/**
 * The log itself (I1): each operation still has the digest it was received with, each device's
 * numbers run 1, 2, 3… up to where the device is said to stand, and no number or operation is twice.
 */
export const loggedOperations: Check = {
  title: 'le journal',
  async run({ session, progress }) {
    const faults: string[] = []
    const notes: string[] = []
    const numbers = new Map<string, Set<number>>()
    const seen = new Set<string>()
    let read = 0
    for await (const entry of wholeLog(session)) {
      read += 1
      if (read % ENTRIES_AT_ONCE === 0)
        progress(`${countOf(read, 'opération relue', 'opérations relues')}`)
      const named = `${entry.device}, n° ${entry.n}`
      if (sha256(entry.body) !== entry.digest) {
        faults.push(`l’opération ${named} n’est plus celle qui a été reçue`)
      }
      const known = numbers.get(entry.device) ?? new Set()
      if (known.has(entry.n)) faults.push(`l’opération ${named} est deux fois dans le journal`)
      numbers.set(entry.device, known.add(entry.n))
      if (entry.op && seen.has(entry.op))
        faults.push(`l’opération « ${entry.op} » est notée deux fois`)
      if (entry.op) seen.add(entry.op)
    }
    for (const { id, firstN, lastN, declaredN } of await session.inventory.devices()) {
      // Its numbers are drawn, so that they tell no order: nothing runs 1, 2, 3.
      if (isUnnumbered(id)) continue
      const lost = await session.losses.missing(id)
      const known = new Set([...(numbers.get(id) ?? []), ...lost])
      if (lost.length > 0) notes.push(lossOf(id, lost))
      faults.push(...holesOf(id, known, { firstN, lastN }))
      if (declaredN < lastN) faults.push(`l’appareil ${id} a envoyé plus qu’il n’a numéroté`)
    }
    return {
      checked: countOf(read, 'opération du journal', 'opérations du journal'),
      faults,
      notes,
    }
  },
}

/** Not a fault of these data: an alarm that stays until the operation is found. */
function lossOf(device: string, lost: readonly number[]): string {
  const shown = lost.slice(0, 5).join(', ')
  return `l’appareil ${device} a perdu ${countOf(lost.length, 'opération')} avant l’envoi : n° ${shown}${lost.length > 5 ? '…' : ''}`
}

function holesOf(
  device: string,
  numbers: ReadonlySet<number>,
  { firstN, lastN }: { firstN: number; lastN: number },
): string[] {
  const faults: string[] = []
  const last = Math.max(lastN, ...numbers)
  const missing: number[] = []
  for (let n = firstN; n <= last; n += 1) if (!numbers.has(n)) missing.push(n)
  if (missing.length > 0) {
    faults.push(
      `il manque ${countOf(missing.length, 'opération')} de l’appareil ${device} : n° ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? '…' : ''}`,
    )
  }
  if (last > lastN) {
    faults.push(`l’appareil ${device} est noté au n° ${lastN}, son journal va au n° ${last}`)
  }
  return faults
}

async function* wholeLog(session: Session): AsyncGenerator<LogEntry> {
  let position: number | undefined
  for (;;) {
    const entries = await session.log.after(position, ENTRIES_AT_ONCE)
    yield* entries
    position = entries.at(-1)?.position ?? position
    if (entries.length < ENTRIES_AT_ONCE) return
  }
}
