import type { Json } from '#domain/shared/json.ts'
import type { Hlc } from './hlc.ts'
import type { OpId } from './op.ts'

/** A value of a field that nobody who saw it has replaced. */
export interface Head {
  readonly v: Json
  readonly op: OpId
  readonly h: Hlc
  /** What its author had in front of them, where the kind of the field needs it (`keepsWas`). */
  readonly was?: Json
  /**
   * Operations its author had seen and that are not here yet: a server put back from a backup
   * receives what was built upon after what was built. They will add nothing when they come.
   */
  readonly awaits?: readonly OpId[]
}

/** Latest stamp first; ties are broken by the operation, so that every replica shows the same. */
export function newestFirst(a: Head, b: Head): number {
  if (a.h !== b.h) return a.h > b.h ? -1 : 1
  return a.op > b.op ? -1 : 1
}
