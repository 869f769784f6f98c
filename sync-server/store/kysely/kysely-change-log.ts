import { randomInt } from 'node:crypto'
import { type Kysely, type Selectable, sql } from 'kysely'
import { deviceId } from '#domain/shared/ids.ts'
import type { QuarantineReason } from '#protocol/errors.ts'
import type { OpOutcome } from '#protocol/sync.ts'
import type { ChangeLog, LogEntry, NewEntry } from '../change-log.ts'
import type { QuarantinedEntry } from '../quarantine-shelf.ts'
import { inPieces, together } from '../together.ts'
import { compileOnce } from './compile-once.ts'
import { sequenceAt } from './record-writes.ts'
import type { Tables } from './tables.ts'

/** Rows by statement: some fifteen values each, well below the engine's bound of parameters. */
const ROWS_AT_ONCE = 100

const addRows = compileOnce((db, { rows }: { rows: readonly ReturnType<typeof toRow>[] }) =>
  db.insertInto('change_log').values(
    rows.map(({ place_bucket, place_before, ...row }) => ({
      ...row,
      seq: sql<number | null>`coalesce(${row.seq}, ${sequenceAt(place_bucket, place_before)})`,
    })),
  ),
)
type Aside = { device: string; n: number; reason: string; settled_at: null }
const addAside = compileOnce((db, { rows }: { rows: readonly Aside[] }) =>
  db.insertInto('quarantine').values(rows),
)

export function kyselyChangeLog(db: Kysely<Tables>): ChangeLog {
  return {
    async append(entries, at = 'end') {
      const rows = entries.map((entry) => ({
        ...toRow(entry),
        ...(at === 'drawn' && { gseq: drawPlace() }),
      }))
      const aside = entries.flatMap(({ device, n, reason }) =>
        reason ? [{ device, n, reason, settled_at: null }] : [],
      )
      await together([
        inPieces(rows, ROWS_AT_ONCE, (some) => addRows(db, { rows: some })),
        inPieces(aside, ROWS_AT_ONCE, (some) => addAside(db, { rows: some })),
      ])
    },
    async ofDevice(device, from, to) {
      const rows = await db
        .selectFrom('change_log')
        .selectAll()
        .where('device', '=', device)
        .where('n', '>=', from)
        .where('n', '<=', to)
        .orderBy('n')
        .execute()
      return rows.map(toEntry)
    },
    async after(position, limit) {
      const rows = await db
        .selectFrom('change_log')
        .selectAll()
        .$if(position !== undefined, (query) => query.where('gseq', '>', position ?? 0))
        .orderBy('gseq')
        .limit(limit)
        .execute()
      return rows.map((row) => ({ ...toEntry(row), position: row.gseq }))
    },
    async lastPosition() {
      const row = await db
        .selectFrom('change_log')
        .select('gseq')
        .orderBy('gseq', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row?.gseq ?? 0
    },
  }
}

/** Below 1, where the counter of the log began, and nothing tells one from the next. */
function drawPlace(): number {
  return -randomInt(1, 2 ** 47)
}

function toRow(entry: NewEntry) {
  return {
    device: entry.device,
    n: entry.n,
    op: entry.op,
    rec: entry.rec,
    bucket: entry.bucket,
    body: entry.body,
    digest: entry.digest,
    h_eff: entry.hEff,
    received_at: entry.receivedAt,
    outcome: entry.outcome,
    reason: entry.reason ?? null,
    seq: entry.seq ?? null,
    clock_skew: entry.clockSkewMs ?? null,
    // Of no bucket, there is no sequence.
    place_bucket: entry.place?.bucket ?? '',
    place_before: entry.place?.before ?? 0,
  }
}

/** A row of the log that was set aside. */
export function toQuarantined(row: Selectable<Tables['change_log']>): QuarantinedEntry {
  return { ...toEntry(row), reason: (row.reason ?? 'malformed') as QuarantineReason }
}

function toEntry(row: Selectable<Tables['change_log']>): LogEntry {
  return {
    device: deviceId(row.device),
    n: row.n,
    op: row.op,
    rec: row.rec,
    bucket: row.bucket,
    body: row.body,
    digest: row.digest,
    hEff: row.h_eff,
    receivedAt: row.received_at,
    outcome: row.outcome as OpOutcome['outcome'],
    reason: (row.reason ?? undefined) as QuarantineReason | undefined,
    seq: row.seq ?? undefined,
    clockSkewMs: row.clock_skew ?? undefined,
  }
}
