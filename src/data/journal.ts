/*
 * The journal: what this device wrote and received back, kept 35 days to feed a restored server. One row
 * by answer of the server, for nobody looks at its operations one by one: rewritten each in its place,
 * the five hundred of a morning were what a round waited for longest (docs/adr/042).
 */
import * as z from 'zod/mini'
import type { Op } from '#protocol/op.ts'
import type { JournalRow, LocalDb, OpRow } from './db.ts'
import type { Sealer } from './sealer.ts'
import { type KeptOp, STORED_OP } from './stored-shapes.ts'

/** Where operations lie after a change of their journey; sealed before any transaction. */
export interface OpRows {
  /** Those that still wait for something. */
  readonly open: readonly OpRow[]
  /** Those settled by this change, together; absent when there is none. */
  readonly settled?: { readonly row: JournalRow; readonly numbers: readonly number[] } | undefined
}

/** The rows of operations, each on the side its state says. */
export async function opRows(sealer: Sealer, ops: readonly KeptOp[]): Promise<OpRows> {
  const open = ops.filter(({ state }) => state !== 'settled')
  const settled = ops.filter(({ state }) => state === 'settled')
  return {
    open: await Promise.all(open.map((kept) => sealOp(sealer, kept))),
    settled: settled.length > 0 ? await journalOf(sealer, settled) : undefined,
  }
}

/** The row of an operation; sealed here, before any transaction. */
export async function sealOp(sealer: Sealer, kept: KeptOp): Promise<OpRow> {
  const { n, state, seq, ...value } = kept
  return { n, state, seq, bucket: kept.op.bucket, sealed: await sealer.seal(value, `ops/${n}`) }
}

async function journalOf(sealer: Sealer, settled: readonly KeptOp[]) {
  const row = await journalRow(sealer, settled)
  return { row, numbers: settled.map(({ n }) => n) }
}

/** The row of operations settled together. */
export async function journalRow(sealer: Sealer, ops: readonly KeptOp[]): Promise<JournalRow> {
  const kept = ops.map(({ state: _, ...one }) => one)
  return { sealed: await sealer.seal(kept, 'journal') }
}

const journal = z.array(z.object({ ...STORED_OP, n: z.int(), seq: z.int() }))

/** The operations of a row. */
export async function openJournal(sealer: Sealer, row: JournalRow): Promise<readonly KeptOp[]> {
  const kept = z.parse(journal, await sealer.open(row.sealed, 'journal'))
  return kept.map(({ op, ...journey }): KeptOp => {
    return { ...journey, state: 'settled', op: op as unknown as Op }
  })
}

/** Writes them, in a transaction on both tables: an operation lies in one of them, never in both. */
export async function putOps(db: LocalDb, { open, settled }: OpRows): Promise<void> {
  await Promise.all([
    open.length > 0 && db.ops.bulkPut([...open]),
    settled && db.journal.add(settled.row),
    ...runsOf(settled?.numbers ?? []).map(([from, to]) =>
      db.ops.where('n').between(from, to, true, true).delete(),
    ),
  ])
}

/** The same numbers as ranges without a hole: a range leaves the disk in one gesture. */
function runsOf(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (const n of [...numbers].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && n <= run[1] + 1) run[1] = n
    else runs.push([n, n])
  }
  return runs
}
