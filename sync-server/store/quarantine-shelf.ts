import type { DispositifId } from '#domain/shared/ids.ts'
import type { QuarantineReason } from '#protocol/errors.ts'
import type { OpId } from '#protocol/op.ts'
import type { LogEntry } from './change-log.ts'

export type QuarantinedEntry = LogEntry & { readonly reason: QuarantineReason }

/** Operations set aside, until someone ends them. The log keeps them whole, and who ended them. */
export interface QuarantineShelf {
  /** Those of a dispositif that nobody ended, oldest first. */
  open(dispositif: DispositifId, limit: number): Promise<readonly QuarantinedEntry[]>
  /** One of them, ended or not. */
  entry(op: OpId): Promise<QuarantinedEntry | undefined>
  /** Ends those that are there and open; the others are left alone. */
  settle(ops: readonly OpId[], at: number): Promise<void>
}
