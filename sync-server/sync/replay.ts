import type { DeviceId, RecordId } from '#domain/shared/ids.ts'
import type { Json } from '#domain/shared/json.ts'
import { canonicalJson } from '#protocol/hash-op.ts'
import { parseHlc } from '#protocol/hlc.ts'
import { applyOp, type RecordState } from '#protocol/merge.ts'
import type { Op } from '#protocol/op.ts'
import type { Session } from '../store/store.ts'
import { type Find, projectionsOf, publicationsOf } from './projections-of.ts'

const ENTRIES_AT_ONCE = 1_000

/**
 * Every record as the log alone tells it, figures and receipts included. `onRead` hears how many
 * operations were read so far.
 */
export async function replayLog(
  session: Session,
  onRead?: (operations: number) => void,
): Promise<Map<RecordId, RecordState>> {
  const states = new Map<RecordId, RecordState>()
  const find = (id: RecordId) => states.get(id)
  const publications = new Map<DeviceId, Find>()
  const publicationsFor = async (id: DeviceId) => {
    const known = publications.get(id)
    if (known) return known
    const device = await session.directory.device(id)
    // A damaged log may name a device that is not there: `verify` says so, and goes on.
    const found = device ? publicationsOf(device.dispositif, find) : () => undefined
    publications.set(id, found)
    return found
  }
  let position: number | undefined
  let read = 0
  for (;;) {
    const entries = await session.log.after(position, ENTRIES_AT_ONCE)
    read += entries.length
    onRead?.(read)
    for (const entry of entries) {
      position = entry.position
      const h = parseHlc(entry.hEff)
      if (entry.outcome === 'quarantined' || !h) continue
      const op = JSON.parse(entry.body) as Op
      // It ends what was set aside and writes on no record.
      if (op.kind === 'settle') continue
      const before = states.get(op.rec)
      const { record } = applyOp(before, op, h)
      states.set(record.id, record)
      const publication = await publicationsFor(entry.device)
      for (const projected of await projectionsOf(record, h, before, find, publication)) {
        states.set(projected.id, projected)
      }
    }
    if (entries.length < ENTRIES_AT_ONCE) return states
  }
}

/**
 * Invariant I4: the state is the replay of the log. Gives the records that differ, one side missing
 * included; an empty list is the proof looked for.
 */
export async function differencesWithLog(
  session: Session,
  onRead?: (operations: number) => void,
): Promise<readonly RecordId[]> {
  const replayed = await replayLog(session, onRead)
  const stored = new Map((await session.records.all()).map(({ state }) => [state.id, state]))
  const ids = new Set([...replayed.keys(), ...stored.keys()])
  return [...ids].filter((id) => textOf(replayed.get(id)) !== textOf(stored.get(id)))
}

function textOf(state: RecordState | undefined): string {
  return state ? canonicalJson(JSON.parse(JSON.stringify(state)) as Json) : ''
}
