/*
 * The six promises of docs/sync.md, each read from what is there: the log and the records of the
 * server, the rows on the disk of a device, the bytes that reached it. None asks the code under test
 * what it thinks of itself, but I4, which replays the log with the product's own rules: those rules
 * are judged by I2 here and by T1.
 */
import { createLocalDb } from '#data/db.ts'
import { openJournal } from '#data/journal.ts'
import { openOp } from '#data/local-state.ts'
import { plainSealer } from '#data/sealer.ts'
import type { KeptOp } from '#data/stored-shapes.ts'
import type { Workspace } from '#data/workspace.ts'
import { RECORD_CLASSES, type RecordType } from '#domain/record-types.ts'
import type { Role } from '#domain/rights/rights.ts'
import { parseBucketId } from '#domain/site/bucket.ts'
import { disputedFields } from '#protocol/disputes.ts'
import { canonicalJson } from '#protocol/hash-op.ts'
import { type RecordState, shownFields } from '#protocol/merge.ts'
import type { Op } from '#protocol/op.ts'
import type { LogEntry } from '#sync-server/store/change-log.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import type { TestServer } from '#tests/support/test-server.ts'
import { Broken } from './fault.ts'
import type { Mark, WorldDevice } from './world/device.ts'

/** Everything the server holds, read from its store. */
export interface ServerTruth {
  readonly entries: readonly LogEntry[]
  readonly records: readonly RecordState[]
}

export function readTruth({ store }: TestServer): Promise<ServerTruth> {
  return store.read(async (session) => ({
    entries: await session.log.after(0, 1_000_000),
    records: (await session.records.all()).map(({ state }) => state),
  }))
}

/** What lies on the disk of a device, whatever a tab believes. */
export async function opsOnDisk(device: string): Promise<readonly KeptOp[]> {
  const db = createLocalDb(device)
  try {
    const open = (await db.ops.toArray()).map((row) => openOp(plainSealer, row))
    const settled = (await db.journal.toArray()).map((row) => openJournal(plainSealer, row))
    return [...(await Promise.all(open)), ...(await Promise.all(settled)).flat()]
  } finally {
    db.close()
  }
}

/**
 * I1: each save that was said done is on the server or pending, exactly once; `drained`: on the server.
 * `carriedOver`: a server was put back, and who writes on a record it lost sends again what was shown of
 * it, so a word may be in several operations, each of them once (`checkNothingInvented`).
 */
export function checkEachSaveOnce(
  marks: readonly Mark[],
  { entries }: ServerTruth,
  onDisk: readonly KeptOp[],
  { drained, carriedOver = false }: { drained: boolean; carriedOver?: boolean },
): void {
  const pending = onDisk.filter(({ state }) => state === 'pending')
  for (const { word } of marks) {
    const held = entries.filter(({ body }) => body.includes(word)).map(({ op }) => op)
    const waiting = pending.filter(({ op }) => JSON.stringify(op.f).includes(word))
    const places = new Set([...held, ...(drained ? [] : waiting.map(({ op }) => op.id))])
    const isTwice = !carriedOver && (places.size > 1 || held.length > 1)
    if (places.size === 0 || isTwice) {
      throw new Broken(
        'I1',
        `${word} is at ${places.size} places, ${held.length} times on the server`,
      )
    }
  }
}

/** I1, the other way: nothing on the server that the device did not write, no number twice or missing. */
export function checkNothingInvented(
  device: string,
  { entries }: ServerTruth,
  onDisk: readonly KeptOp[],
): void {
  const mine = entries.filter((entry) => entry.device === device).sort((a, b) => a.n - b.n)
  const written = new Map(onDisk.map((kept) => [kept.n, kept.op]))
  for (const [index, { n, body }] of mine.entries()) {
    if (n !== index + 1) throw new Broken('I1', `${device} has ${n} in place of ${index + 1}`)
    const op = written.get(n)
    if (op && canonicalJson(JSON.parse(body)) !== canonicalJson(JSON.parse(JSON.stringify(op)))) {
      throw new Broken('I1', `${device}:${n} is not what was written`)
    }
  }
}

/**
 * I2: each distinct value written is shown, or waits beside as a concurrent one, or was in front of
 * the author of a later write. Who saw what is read from the operations, not from the merged state.
 */
export function checkNoValueVanished({ entries, records }: ServerTruth): void {
  const opsByRecord = new Map<string, Op[]>()
  for (const { outcome, rec, body } of entries) {
    if (outcome === 'quarantined') continue
    const ops = opsByRecord.get(rec) ?? []
    opsByRecord.set(rec, ops)
    ops.push(JSON.parse(body) as Op)
  }
  const states = new Map(records.map((state) => [String(state.id), state]))
  for (const [rec, ops] of opsByRecord) checkRecordKeeps(ops, states.get(rec))
}

/** I2 for one record, from its operations in the order they were merged. */
export function checkRecordKeeps(ops: readonly Op[], state: RecordState | undefined): void {
  for (const field of new Set(ops.flatMap(({ f }) => Object.keys(f)))) {
    const writes = ops.filter(({ f }) => Object.hasOwn(f, field))
    const writtenBy = ({ f }: Op) => canonicalJson(f[field]?.v ?? null)
    const seenOps = new Set<string>()
    const lastByDevice = new Map<string, string>()
    for (const op of writes) {
      const base = op.f[field]?.base
      if (base) seenOps.add(base)
      for (const closed of op.closes ?? []) seenOps.add(closed)
      const device = op.id.slice(0, op.id.lastIndexOf(':'))
      const own = lastByDevice.get(device)
      if (own) seenOps.add(own)
      lastByDevice.set(device, op.id)
    }
    const seenValues = new Set(writes.filter(({ id }) => seenOps.has(id)).map(writtenBy))
    const heads = state ? [state.f[field], ...(state.x?.[field] ?? [])] : []
    const kept = new Set(heads.flatMap((head) => (head ? [canonicalJson(head.v)] : [])))
    for (const op of writes) {
      const value = writtenBy(op)
      if (kept.has(value) || seenValues.has(value)) continue
      throw new Broken('I2', `${value} of ${field}, written by ${op.id}, vanished unseen`)
    }
  }
}

/** I3: a device with nothing pending shows, of the buckets it may read, exactly what the server holds. */
export function checkSameRecords(
  tab: Workspace,
  { records }: ServerTruth,
  mayRead: (bucket: string) => boolean,
): void {
  const expected = new Map(
    records
      .filter(({ bucket, deleted }) => mayRead(bucket) && !deleted)
      .map((state) => [String(state.id), picture(shownFields(state), disputedFields(state))]),
  )
  const types = Object.keys(RECORD_CLASSES) as RecordType[]
  const shown = new Map(
    types
      .flatMap((type) => tab.replica.list(type))
      .map(({ id, fields, disputed }) => [String(id), picture(fields, disputed)]),
  )
  for (const id of new Set([...expected.keys(), ...shown.keys()])) {
    const [there, here] = [expected.get(id), shown.get(id)]
    if (there !== here) {
      const said =
        there && here ? fieldsApart(there, here) : `${there} on the server, ${here} shown`
      throw new Broken('I3', `${id}: ${said}`)
    }
  }
}

function picture(fields: object, disputed: readonly string[]): string {
  return canonicalJson(JSON.parse(JSON.stringify({ fields, disputed: [...disputed].sort() })))
}

/** What of a record differs, for a person to read: a long one would hide it. */
function fieldsApart(there: string, here: string): string {
  const [server, device] = [there, here].map((text) => {
    const { fields, disputed } = JSON.parse(text) as { fields: object; disputed: unknown }
    return new Map<string, unknown>(Object.entries({ ...fields, disputed }))
  })
  return [...new Set([...(server?.keys() ?? []), ...(device?.keys() ?? [])])]
    .map((name) => [name, JSON.stringify(server?.get(name)), JSON.stringify(device?.get(name))])
    .filter(([, one, other]) => one !== other)
    .map(([name, one, other]) => `${name} is ${one} on the server, ${other} shown`)
    .join('; ')
}

/** I4: the records are what the log gives. */
export async function checkReplay({ store }: TestServer): Promise<void> {
  const differences = await store.read(differencesWithLog)
  if (differences.length > 0)
    throw new Broken('I4', `${differences.join(', ')} differ from the log`)
}

/** Classes of bucket by role, written here a second time so that a mistake in the first is seen. */
const MAY_READ: Record<Role, readonly string[]> = {
  officer: ['config', 'grids', 'quality', 'events', 'figures'],
  porteur: ['config', 'grids', 'figures'],
  director: ['config', 'grids', 'quality', 'events', 'named-identity', 'figures'],
  'quality-lead': ['config', 'grids', 'quality', 'events', 'identity', 'named-identity', 'figures'],
  declarant: ['config', 'receipts'],
}

/** What a person may read, told by their role and the homes they have. */
export function readableBy(
  { role, device, dispositif }: { role: Role; device: string; dispositif: string },
  homes: readonly { readonly id: string; readonly sharesEvents: boolean }[],
): (bucket: string) => boolean {
  return (bucket) => {
    const { scope, bucketClass } = parseBucketId(bucket) ?? { scope: '', bucketClass: '' }
    if (!MAY_READ[role].includes(bucketClass)) return false
    if (bucketClass === 'config' || bucketClass === 'grids') return scope === dispositif
    if (bucketClass === 'receipts') return scope === device
    const home = homes.find(({ id }) => id === scope)
    if (!home) return false
    return bucketClass !== 'events' || role !== 'officer' || home.sharesEvents
  }
}

/**
 * I5: no byte of a bucket one may not read reached the device. Every operation carries a word found
 * nowhere else, so a word of a forbidden bucket in an answer is a leak, wherever it hides.
 */
export function checkNoLeak(
  device: WorldDevice,
  { entries }: ServerTruth,
  mayRead: (bucket: string) => boolean,
): void {
  const foreign = entries.filter(
    (entry) => entry.device !== device.profile.device && !mayRead(entry.bucket),
  )
  const words = foreign.flatMap(({ body }) => body.match(/"[a-z]+\d*-\d+-"/g) ?? [])
  for (const text of device.heard) {
    const leak = words.find((word) => text.includes(word))
    if (leak) throw new Broken('I5', `${device.name} received ${leak}`)
  }
}
