import { isPublication } from '#domain/grid/grid-version.ts'
import { isRecordType, RECORD_CLASSES } from '#domain/record-types.ts'
import { grantsOf, type Level } from '#domain/rights/rights.ts'
import type { Json } from '#domain/shared/json.ts'
import { fail, ok, type Result } from '#domain/shared/result.ts'
import { type BucketId, parseBucketId } from '#domain/site/bucket.ts'
import type { QuarantineReason } from '#protocol/errors.ts'
import { canonicalJson } from '#protocol/hash-op.ts'
import { LIMITS } from '#protocol/limits.ts'
import type { RecordState } from '#protocol/merge.ts'
import { type Op, opId } from '#protocol/op.ts'
import { parseOp } from '#protocol/parse-op.ts'
import { photosIn } from '#protocol/photos-in.ts'
import type { OpOutcome, PushRequest, SyncHead } from '#protocol/sync.ts'
import { type EnrolledHolder, holderOf } from '../access/holder.ts'
import { sha256 } from '../sha256.ts'
import type { LogEntry } from '../store/change-log.ts'
import type { StoredDevice } from '../store/directory.ts'
import type { Session } from '../store/store.ts'
import { together } from '../store/together.ts'
import { createBatch, type Received } from './batch.ts'
import { settleRefusal } from './settle-refusal.ts'

/** An operation read before the transaction opens: parsing and hashing wait for nobody. */
export interface ReadOp extends Received {
  readonly parsed: Result<Op, QuarantineReason>
}

const SERVER_TYPES: readonly string[] = ['device', 'event-said', 'event-photo']

/** How long a revoked device may still hand over what it wrote (docs/sync.md). */
const DEPOSIT_MS = 30 * 86_400_000

export type PushError = { kind: 'gap'; expected: number } | { kind: 'clone'; n: number }

/** Reads each operation of a push on its own; one that cannot be read keeps its place and number. */
export async function readOps({
  from,
  ops,
}: Pick<PushRequest, 'from' | 'ops'>): Promise<readonly ReadOp[]> {
  return Promise.all(
    ops.map(async (raw, index) => {
      const text = canonicalJson(raw as Json)
      return {
        n: from + index,
        body: text,
        digest: sha256(text),
        parsed: await parseOp(raw, sha256),
      }
    }),
  )
}

/**
 * Takes a push inside one transaction. Safe to repeat: what is already logged gets its first
 * outcome again. Content is never refused: what cannot be applied is set aside, its number consumed.
 * Numbers the device says lost are noted by name and passed over; one found later is taken then.
 */
export async function pushOps(
  session: Session,
  device: StoredDevice,
  { ops, declared, lost = [] }: IncomingPush,
  receivedAt: number,
): Promise<Result<PushAnswer, PushError>> {
  const known = ops.filter(({ n }) => n <= device.lastN)
  // Asked together, as far as one does not need the other: each way to the store is what a crowd waits for.
  const [logged, lostBefore, holder] = await together([
    alreadyLogged(session, device, known),
    session.losses.missing(device.id),
    holderOf(session, device),
  ])
  const missing = new Set(lostBefore)
  const found = known.filter(({ n }) => missing.has(n))
  const clone = known.find(({ n, digest }) => !missing.has(n) && logged.get(n)?.digest !== digest)
  if (clone) return fail({ kind: 'clone', n: clone.n })
  const passed = lostAfter(device.lastN, lost)
  const fresh = ops.slice(known.length)
  const expected = device.lastN + passed.length + 1
  if (fresh[0] && fresh[0].n !== expected) return fail({ kind: 'gap', expected: device.lastN + 1 })

  await session.losses.note(device.id, passed, receivedAt)
  for (const n of passed) missing.add(n)
  for (const { n } of found) {
    await session.losses.found(device.id, n, receivedAt)
    missing.delete(n)
  }
  const grants = holder ? grantsOf(holder) : new Map<BucketId, Level>()
  const batch = createBatch(session, device)
  const taken = [...found, ...fresh]
  await batch.hold(taken.flatMap(({ parsed }) => (parsed.ok ? [parsed.value] : [])))
  for (const { parsed, ...received } of taken) {
    if (!parsed.ok) {
      batch.setAside(received, undefined, parsed.error, receivedAt)
      continue
    }
    const op = parsed.value
    const isSettling = op.kind === 'settle'
    const reason =
      identityRefusal(op, received.n, device, holder) ??
      (isPastDeposit(device, receivedAt) ? 'revoked' : undefined) ??
      (isSettling
        ? await settleRefusal(session, op, device, holder)
        : writeRefusal(op, grants, await batch.state(op.rec)))
    if (reason) batch.setAside(received, op, reason, receivedAt)
    else if (isSettling) {
      batch.note(received, op, receivedAt)
      await session.quarantine.settle(op.closes ?? [], receivedAt)
    } else await batch.apply(received, op, receivedAt)
  }
  const last = device.lastN + passed.length + fresh.length
  const declaredN = Math.max(device.declaredN, declared, last)
  const written = await batch.commit({ lastN: last, declaredN }, { isLast: true })
  const outcomes = [...logged.values(), ...written].map(toOutcome)
  return ok({ ...placeOf({ lastN: last, declaredN }, [...missing]), outcomes })
}

export interface IncomingPush {
  readonly ops: readonly ReadOp[]
  readonly declared: number
  readonly lost?: readonly number[] | undefined
}

export type PushAnswer = SyncHead['push']

/** Where the server stands with a device, as it is told. */
export function placeOf(
  { lastN, declaredN }: Pick<StoredDevice, 'lastN' | 'declaredN'>,
  missing: readonly number[],
): Omit<PushAnswer, 'outcomes'> {
  return {
    last: lastN,
    ...(declaredN > lastN && { declared: declaredN }),
    ...(missing.length > 0 && { lost: missing.toSorted((a, b) => a - b) }),
  }
}

/** The numbers said lost that follow what the server holds without a hole; the others wait. */
function lostAfter(lastN: number, lost: readonly number[]): readonly number[] {
  const said = new Set(lost)
  const passed: number[] = []
  for (let n = lastN + 1; said.has(n); n++) passed.push(n)
  return passed
}

async function alreadyLogged(session: Session, device: StoredDevice, known: readonly ReadOp[]) {
  const [first] = known
  const last = known.at(-1)
  const entries = first && last ? await session.log.ofDevice(device.id, first.n, last.n) : []
  return new Map(entries.map((entry) => [entry.n, entry]))
}

/** A revoked device hands over for 30 days; what comes later waits in quarantine. */
function isPastDeposit({ revokedAt }: StoredDevice, receivedAt: number): boolean {
  return revokedAt !== undefined && receivedAt > revokedAt + DEPOSIT_MS
}

/** Who signs must be who holds the device, under the number it came with. */
function identityRefusal(
  op: Op,
  n: number,
  device: StoredDevice,
  holder: EnrolledHolder | undefined,
): QuarantineReason | undefined {
  if (op.id !== opId(device.id, n)) return 'malformed'
  return !holder || op.actor !== holder.person ? 'forbidden' : undefined
}

/** Why an operation that reads well may not be applied; undefined when it may. */
function writeRefusal(
  op: Op,
  grants: ReadonlyMap<BucketId, Level>,
  state: RecordState | undefined,
): QuarantineReason | undefined {
  if (!isRecordType(op.type)) return 'unknown-type'
  if (parseBucketId(op.bucket)?.bucketClass !== RECORD_CLASSES[op.type]) return 'wrong-bucket'
  if (state && (state.bucket !== op.bucket || state.type !== op.type)) return 'wrong-bucket'
  // Made by the server alone: a forged figure would be read as the home's own, a forged device or
  // author of a declaration would put words in the mouth of another.
  if (op.type.endsWith('-figure') || SERVER_TYPES.includes(op.type)) return 'forbidden'
  if (tooManyPhotos(op, state)) return 'too-large'
  const faulty = publicationRefusal(op, state)
  if (faulty) return faulty
  return grants.get(op.bucket) === 'write' ? undefined : 'forbidden'
}

/** A publication is a form one can fill in, and never changes: answers rest on it (R-GRI-1, R-GRI-2). */
function publicationRefusal(op: Op, state: RecordState | undefined): QuarantineReason | undefined {
  if (op.type !== 'grid-version') return undefined
  if (state || op.kind !== 'create') return 'forbidden'
  return isPublication(valuesOf(op.f)) ? undefined : 'malformed'
}

/** A record names at most so many photos; emptying one, or naming one again, always passes. */
function tooManyPhotos(op: Op, state: RecordState | undefined): boolean {
  const named = photosIn(valuesOf(op.f))
  if (named.length === 0) return false
  const after = photosIn({ ...valuesOf(state?.f ?? {}), ...valuesOf(op.f) })
  return after.length > LIMITS.photosPerRecord
}

function valuesOf(fields: Readonly<Record<string, { readonly v: Json }>>): Record<string, Json> {
  return Object.fromEntries(Object.entries(fields).map(([name, { v }]) => [name, v]))
}

function toOutcome({ n, outcome, reason, bucket, seq }: LogEntry): OpOutcome {
  return {
    n,
    outcome,
    ...(reason && { reason }),
    ...(bucket && { bucket }),
    ...(seq !== undefined && { seq }),
  }
}
