import type { Mutant } from './instrument.ts'

/** A change after which the file does the same in every case it can meet: nothing can kill it. */
export interface Equivalent {
  readonly file: string
  /** The code changed, as the mutator names it. */
  readonly code: string
  readonly change: string
  readonly why: string
}

/** Left out of the count, each for a reason a reader can check. */
export const EQUIVALENTS: readonly Equivalent[] = [
  {
    file: 'src/protocol/hlc.ts',
    code: 'hlcMs(stamp) > receivedAtMs',
    change: '> to >=',
    why: 'a stamp of the very millisecond of receipt is brought back to itself',
  },
  {
    file: 'src/protocol/merge.ts',
    code: 'order.indexOf(a) >= order.indexOf(b)',
    change: '>= to >',
    why: 'two outcomes of one rank are one and the same',
  },
  {
    file: 'src/protocol/merge-deletion.ts',
    code: "v === null || typeof v !== 'object'",
    change: '|| to &&',
    why: 'the next condition reads 0 of a null, and every number is at least 1',
  },
  {
    file: 'src/protocol/merge-deletion.ts',
    code: "v === null || typeof v !== 'object' || Array.isArray(v)",
    change: '|| to &&',
    why: 'a deletion that stands holds an object: the guard is for the type of a head',
  },
  {
    file: 'src/protocol/merge-deletion.ts',
    code: 'ownNumber(deletion, device) >= word',
    change: '>= to >',
    why: 'the last word of a device is no deletion that stands, and this one stands',
  },
  {
    file: 'src/protocol/standing-heads.ts',
    code: 'heads .filter((head) => !heads.some((other) => givesWay(kind, type, head, other))) .sort(newestFirst)',
    change: 'no sort',
    why: 'heads come newest first but for the one shown, which is the newest of those that stand',
  },
  {
    file: 'src/protocol/seen.ts',
    code: 'Object.hasOwn(seen, device)',
    change: 'held true',
    why: 'what an object inherits is no number: no number is at or below it either',
  },
  {
    file: 'src/data/writer.ts',
    code: 'photo && note',
    change: '&& to ||',
    why: 'a note is made exactly where there is a photo',
  },
  {
    file: 'src/data/sync/commit-response.ts',
    code: 'author && authorRow',
    change: '&& to ||',
    why: 'a row is made exactly where there is an author to write',
  },
  {
    file: 'src/data/sync/commit-response.ts',
    code: "kept.state !== 'acked' || seq === undefined",
    change: '|| to &&',
    why: 'what is not acknowledged, or has no sequence to compare, comes out of `settle` as it was, and is left out',
  },
  {
    file: 'src/data/sync/commit-response.ts',
    code: 'ops.length + received.length',
    change: '+ to -',
    why: 'what is received moves a cursor, and the next condition sees it',
  },
  {
    file: 'src/data/sync/commit-response.ts',
    code: 'ops.length + received.length + sent.length',
    change: '+ to -',
    why: 'a photo that left moves what is wanted, and the next condition sees it',
  },
  {
    file: 'sync-server/sync/push.ts',
    code: 'first && last',
    change: '&& to ||',
    why: 'a list has a first where it has a last',
  },
  {
    file: 'sync-server/sync/pull.ts',
    code: 'a.bucket < b.bucket',
    change: '< to <=',
    why: 'no two buckets have the same name',
  },
]

/** Why nothing can kill a mutant; undefined when something should. */
export function equivalenceOf({ file, code, change }: Mutant): Equivalent | undefined {
  return EQUIVALENTS.find(
    (known) => known.file === file && known.code === code && known.change === change,
  )
}
