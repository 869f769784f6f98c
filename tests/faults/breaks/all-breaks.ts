import type { Invariant } from '../fault.ts'

/** One line of the product changed on purpose, and the faults that must then turn red. */
export interface Break {
  readonly name: string
  readonly invariant: Invariant
  readonly file: string
  readonly find: string
  readonly replace: string
  /** Faults run, and cases of each. */
  readonly only: string
  readonly cases: number
}

/** At least one by invariant: a promise whose breach nothing sees is not tested (docs/campaign.md). */
export const ALL_BREAKS: readonly Break[] = [
  {
    name: 'a repetition is logged again under the next number',
    invariant: 'I1',
    file: 'sync-server/sync/push.ts',
    find: 'const fresh = ops.slice(known.length)',
    replace: 'const fresh = ops',
    only: 'T5',
    cases: 60,
  },
  {
    name: 'a save is said done without its operation',
    invariant: 'I1',
    file: 'src/data/writer.ts',
    find: "table('ops').add(op)",
    replace: '',
    only: 'T2',
    cases: 20,
  },
  {
    name: 'two writes of one database run at once, and Chromium killed then erases it',
    invariant: 'I1',
    file: 'src/data/db.ts',
    find: '[...new Set([...tables, TAKEN_BY_ALL])]',
    replace: 'tables',
    only: 'T10',
    // By chance: the first kill showed it on a free machine, six did not on a loaded one.
    cases: 30,
  },
  {
    name: 'one pending operation in five is never sent',
    invariant: 'I1',
    file: 'src/data/local-state.ts',
    find: "filter(({ state }) => state === 'pending')",
    replace: "filter(({ state, n }) => state === 'pending' && n % 5 !== 0)",
    only: 'T2',
    cases: 20,
  },
  {
    name: 'a push is said kept when the disk refused its commit',
    invariant: 'I1',
    file: 'sync-server/store/kysely/write-together.ts',
    find: 'for (const { reject } of taken) reject(error)',
    replace: 'for (const { tell } of taken) tell()',
    only: 'T20',
    cases: 6,
  },
  {
    name: 'the second copy of a store that lost its end is never handed over',
    invariant: 'I1',
    file: 'src/data/second-copy/recover-copies.ts',
    find: 'isOurs ? operations <= waiting : await isHere(device)',
    replace: 'isOurs || (await isHere(device))',
    only: 'T13',
    cases: 10,
  },
  {
    name: 'the newest stamp wins and the other value is dropped',
    invariant: 'I2',
    file: 'src/protocol/merge-heads.ts',
    find: 'return [...next].sort(newestFirst)',
    replace: 'return [...next].sort(newestFirst).slice(0, 1)',
    only: 'T1',
    cases: 2_000,
  },
  {
    name: 'a write replaces whatever is there, seen or not',
    invariant: 'I2',
    file: 'src/protocol/merge-heads.ts',
    find: 'const replaced = heads.filter(({ op }) => covers.includes(op))',
    replace: 'const replaced = heads.filter(({ op }) => op !== undefined || covers.includes(op))',
    only: 'T1',
    cases: 2_000,
  },
  {
    name: 'the first record of each page is not shown',
    invariant: 'I3',
    file: 'src/data/sync/commit-response.ts',
    find: 'const received = pulled.flatMap(({ records }) => records)',
    replace: 'const received = pulled.flatMap(({ records }) => records.slice(1))',
    only: 'T2',
    cases: 20,
  },
  {
    name: 'the state of a record is stored without its last write',
    invariant: 'I4',
    file: 'sync-server/sync/batch.ts',
    find: 'keep(record)',
    replace: 'keep(n % 7 === 0 ? { ...record, f: {} } : record)',
    only: 'T5,T2',
    cases: 30,
  },
  {
    name: 'the stamp logged is not the stamp merged',
    invariant: 'I4',
    file: 'sync-server/sync/batch.ts',
    find: 'hEff: h,',
    replace: 'hEff: op.h,',
    only: 'T8',
    cases: 20,
  },
  {
    name: 'the porteur is given the words and not only the figures',
    invariant: 'I5',
    file: 'src/domain/rights/rights.ts',
    find: "porteur: { config: 'write', grids: 'read', figures: 'read' },",
    replace: "porteur: { config: 'write', grids: 'read', figures: 'read', quality: 'read' },",
    only: 'T2',
    cases: 20,
  },
  {
    name: 'the count of hidden rows shows in the answer',
    invariant: 'I5',
    file: 'sync-server/sync/answer.ts',
    find: 'wanted: [...wanted],',
    replace: 'wanted: [...wanted, String((await session.log.after(0, 1_000)).length)],',
    only: 'T16',
    cases: 20,
  },
  {
    name: 'all is said sent as soon as a contact was made',
    invariant: 'I6',
    file: 'src/data/sync/status.ts',
    find: 'lastContactAt !== null &&',
    replace: 'lastContactAt !== null ||',
    only: 'T2',
    cases: 20,
  },
  {
    name: 'numbers that are nowhere are passed without a word',
    invariant: 'I1',
    file: 'src/data/sync/commit-response.ts',
    find: 'const count = now.filter((n) => !lost.includes(n)).length',
    replace: 'const count = now.filter((n) => !lost.includes(n) && n < 0).length',
    only: 'T13',
    cases: 20,
  },
  {
    name: 'a home withdrawn stays on the disk',
    invariant: 'I5',
    file: 'src/data/sync/release-buckets.ts',
    find: 'const free = withdrawn.filter((bucket) => !isHeldBack(store, bucket))',
    replace: 'const free = withdrawn.filter((bucket) => isHeldBack(store, bucket) && !bucket)',
    only: 'T15',
    cases: 20,
  },
  {
    name: 'a photo is said sent as soon as its operation is',
    invariant: 'I6',
    file: 'src/data/sync/commit-response.ts',
    find: 'return taken && !wanted.includes(sha256) ? [sha256] : []',
    replace: 'return taken ? [sha256] : []',
    only: 'T22',
    cases: 20,
  },
  {
    name: 'what was received back is not sent again to a server put back',
    invariant: 'I1',
    file: 'src/data/sync/change-place.ts',
    find: 'const ops = mine.map(sentAgain)',
    replace: "const ops = mine.filter(({ state }) => state !== 'settled').map(sentAgain)",
    only: 'T18',
    cases: 30,
  },
]
