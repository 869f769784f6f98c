/*
 * `npm run mutation [-- --only merge,hlc] [--lines 40-60] [--json FILE]`: deletes guards, swaps operators and holds
 * conditions in the code of merge, outbox and cursor, and counts what the tests of the file, then the faults, see of it. Goal of
 * docs/campaign.md: nine in ten. Works in a copy; slow, run by hand.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { copyProduct } from '#tests/faults/broken-copy.ts'
import { equivalenceOf } from '#tests/faults/mutation/equivalent.ts'
import { instrument, type Mutant } from '#tests/faults/mutation/instrument.ts'

interface Target {
  readonly file: string
  /** Tests of this very file, the quickest first: they are run before any fault. */
  readonly tests: readonly string[]
  /** Faults, and how many cases of each. */
  readonly faults: string
}

const MERGE = {
  tests: [
    'protocol/merge.test.ts',
    'protocol/merge-deletion.test.ts',
    'protocol/merge.property.test.ts',
  ],
  faults: 'T1:300',
}
const OUTBOX = {
  tests: [
    'data/sync.test.ts',
    'data/holes.test.ts',
    'data/scope-change.test.ts',
    'data/clone.test.ts',
  ],
  faults: 'T6:4,T2:3,T11:4,T12:6',
}
const AUTHOR = {
  ...OUTBOX,
  tests: ['data/writer.test.ts', 'data/disputes.test.ts', 'data/photos.test.ts', ...OUTBOX.tests],
}
const SERVER = {
  tests: [
    'sync-server/sync.test.ts',
    'sync-server/push.test.ts',
    'sync-server/lost-numbers.test.ts',
    'sync-server/set-aside.test.ts',
  ],
  faults: 'T5:4,T7:25,T16:4,T2:3',
}
/** The tests of one file alone, before those of its family. */
const after = <Plan extends { tests: readonly string[] }>(test: string, plan: Plan) => ({
  ...plan,
  tests: [test, ...plan.tests],
})
const TARGETS: readonly Target[] = [
  { file: 'src/protocol/merge.ts', ...MERGE },
  { file: 'src/protocol/merge-heads.ts', ...MERGE },
  { file: 'src/protocol/merge-deletion.ts', ...MERGE },
  { file: 'src/protocol/standing-heads.ts', ...MERGE },
  { file: 'src/protocol/field-write.ts', ...MERGE },
  { file: 'src/protocol/disputes.ts', ...MERGE },
  { file: 'src/protocol/seen.ts', ...after('protocol/seen.test.ts', MERGE) },
  { file: 'src/protocol/hlc.ts', tests: ['protocol/hlc.test.ts'], faults: 'T1:300,T8:1' },
  { file: 'src/data/writer.ts', ...AUTHOR },
  { file: 'src/data/run-save.ts', ...after('data/run-save.test.ts', AUTHOR) },
  { file: 'src/data/author.ts', ...after('data/author.test.ts', AUTHOR) },
  {
    file: 'src/data/sync/commit-response.ts',
    ...after('data/commit-response.test.ts', OUTBOX),
  },
  {
    file: 'src/data/sync/commit-rows.ts',
    ...after('data/commit-rows.test.ts', after('data/commit-response.test.ts', OUTBOX)),
  },
  { file: 'src/data/sync/round-request.ts', ...after('data/round-request.test.ts', OUTBOX) },
  {
    file: 'src/data/sync/fill-pages.ts',
    ...OUTBOX,
    tests: ['data/parts-of-records.test.ts'],
  },
  { file: 'src/data/sync/next-push.ts', ...after('data/next-push.test.ts', OUTBOX) },
  { file: 'src/data/sync/push-pace.ts', ...after('data/push-pace.test.ts', OUTBOX) },
  { file: 'src/data/sync/read-response.ts', ...after('data/read-response.test.ts', OUTBOX) },
  {
    file: 'src/data/sync/status.ts',
    ...OUTBOX,
    tests: ['data/status.test.ts', 'data/status.property.test.ts'],
  },
  { file: 'src/data/sync/turn.ts', ...after('data/turn.test.ts', OUTBOX) },
  {
    file: 'sync-server/sync/push.ts',
    ...SERVER,
    tests: ['sync-server/batch-hold.test.ts', ...SERVER.tests, 'sync-server/publications.test.ts'],
  },
  {
    file: 'sync-server/sync/batch.ts',
    ...SERVER,
    tests: [
      'sync-server/batch.test.ts',
      'sync-server/batch-hold.test.ts',
      ...SERVER.tests,
      'sync-server/publications.test.ts',
    ],
  },
  {
    file: 'sync-server/sync/mingle.ts',
    ...SERVER,
    tests: ['sync-server/batch.test.ts', 'sync-server/intake.test.ts'],
  },
  {
    file: 'sync-server/sync/pull.ts',
    ...SERVER,
    tests: [...SERVER.tests, 'data/parts-of-records.test.ts', 'sync-server/streamed-pages.test.ts'],
  },
]
/** A mutant that holds one test file or fault longer has stopped it: seen, for nothing ends. */
const STUCK_MS = 150_000
const STUCK = 'never came back'

const { values: flags } = parseArgs({
  options: { only: { type: 'string' }, lines: { type: 'string' }, json: { type: 'string' } },
})
const [firstLine = 1, lastLine = firstLine] = flags.lines?.split('-').map(Number) ?? [1, Infinity]
const wanted = flags.only?.split(',')
const targets = TARGETS.filter(({ file }) => !wanted || wanted.some((part) => file.includes(part)))
const copy = await copyProduct()
interface Row {
  readonly file: string
  readonly killed: number
  /** Of the mutants that change something: the others are named in `equivalent.ts`. */
  readonly of: number
  readonly equivalent: number
  readonly byTests: number
  readonly survivors: readonly Mutant[]
}

const report: Row[] = []
try {
  for (const { file, ...plan } of targets) {
    const source = await copy.read(file)
    const { text, mutants: all } = instrument(file, source, 1)
    const mutants = all.filter(({ line }) => line >= firstLine && line <= lastLine)
    await copy.write(file, text)
    const told = mutants.filter((mutant) => !equivalenceOf(mutant))
    const killers = await tryAll(told, plan)
    await copy.write(file, source)
    const survivors = told.filter(({ id }) => !killers.has(id))
    const byTests = [...killers.values()].filter((killer) => killer.endsWith('.ts')).length
    const killed = told.length - survivors.length
    const equivalent = mutants.length - told.length
    report.push({ file, killed, of: told.length, equivalent, byTests, survivors })
    console.log(`${file}: ${killed} killed of ${told.length}`)
  }
} finally {
  await copy.remove()
}
for (const line of tableOf(report)) console.log(line)
if (flags.json) await writeFile(flags.json, `${JSON.stringify(report, null, 2)}\n`)

function tableOf(rows: readonly Row[]): string[] {
  const sum = (count: (row: Row) => number) => rows.reduce((total, row) => total + count(row), 0)
  const line = (file: string, killed: number, of: number, byTests: number, equivalent: number) =>
    `| ${file} | ${killed} | ${of} | ${Math.floor((100 * killed) / of)} % | ${byTests} | ${equivalent} |`
  return [
    '| File | Killed | Of | | By its tests | Equivalent, left out |',
    '|---|---|---|---|---|---|',
    ...rows.map((row) => line(`\`${row.file}\``, row.killed, row.of, row.byTests, row.equivalent)),
    line(
      'All',
      sum(({ killed }) => killed),
      sum(({ of }) => of),
      sum(({ byTests }) => byTests),
      sum(({ equivalent }) => equivalent),
    ),
  ]
}

type Plan = Omit<Target, 'file'>

/** Who killed each mutant, by number; those that lived are absent. */
async function tryAll(mutants: readonly Mutant[], plan: Plan): Promise<Map<number, string>> {
  const killers = new Map<number, string>()
  const tell = (said: string, number: number) => {
    const { line, code, change } = mutants.find(({ id }) => id === number) as Mutant
    console.log(`  ${said}: line ${line}, ${change}: ${code.slice(0, 100)}`)
  }
  // Number 0 is the product as it is: it must live, or every mutant would seem dead.
  let left: readonly number[] = [0, ...mutants.map(({ id }) => id)]
  while (left.length > 0) {
    const answered = await tryInTurn(left, plan, (mutant, killer) => {
      if (killer) killers.set(mutant, killer)
      else if (mutant !== 0) tell('survives', mutant)
    })
    if (killers.has(0)) throw new Error(`The tests are red without any mutant: ${killers.get(0)}`)
    const [stopped, ...others] = left.slice(answered)
    if (stopped === 0) throw new Error('The tests gave no answer without any mutant')
    if (stopped !== undefined) {
      killers.set(stopped, STUCK)
      tell('does not end', stopped)
    }
    left = others
  }
  return killers
}

/** Tries mutants until the last one or one that never comes back; gives how many were answered for. */
async function tryInTurn(
  ids: readonly number[],
  plan: Plan,
  hear: (mutant: number, killer: string | null) => void,
): Promise<number> {
  const child = spawn(
    process.execPath,
    [
      'node_modules/tsx/dist/cli.mjs',
      'tests/run/try-mutants.ts',
      ids.join(','),
      plan.faults,
      ...plan.tests,
    ],
    { cwd: copy.folder, stdio: ['ignore', 'pipe', 'ignore'], detached: true },
  )
  let answered = 0
  let watch = setTimeout(() => endGroup(child), STUCK_MS)
  for await (const line of createInterface({ input: child.stdout })) {
    clearTimeout(watch)
    watch = setTimeout(() => endGroup(child), STUCK_MS)
    const { mutant, killer } = JSON.parse(line) as {
      mutant?: number
      killer?: string | null
    }
    if (mutant === undefined) continue
    hear(mutant, killer ?? null)
    answered++
  }
  clearTimeout(watch)
  return answered
}

/** The process and the servers it started, by the group it leads. */
function endGroup({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL')
}
