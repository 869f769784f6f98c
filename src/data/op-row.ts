import type { OpRow } from './db.ts'
import type { Sealer } from './sealer.ts'
import { type KeptOp, parseStoredOp } from './stored-shapes.ts'

/** An operation as it lies on disk. */
export async function openOp(sealer: Sealer, row: OpRow): Promise<KeptOp> {
  const kept = parseStoredOp(await sealer.open(row.sealed, `ops/${row.n}`))
  return { ...kept, n: row.n, state: row.state, seq: row.seq }
}

/** The row of an operation; sealed here, before any transaction. */
export async function sealOp(sealer: Sealer, kept: KeptOp): Promise<OpRow> {
  const { n, state, seq, ...value } = kept
  return { n, state, seq, bucket: kept.op.bucket, sealed: await sealer.seal(value, `ops/${n}`) }
}
