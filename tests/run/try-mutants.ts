/*
 * Runs in a copy of the product whose files hold their mutants (`tests/faults/mutation`): each mutant lives in
 * turn while the tests named for its file run, then the faults for a few cases, and is told dead at the
 * first that breaks. One line of JSON by mutant on the standard output, and one at each test file or fault begun: whoever started
 * this ends it when one never comes back.
 */
import { createVitest } from 'vitest/node'
import { ALL_FAULTS } from '#tests/faults/all-faults.ts'
import { runFault } from '#tests/faults/run-fault.ts'

const [numbers = '', plan = '', ...tests] = process.argv.slice(2)
const mutants = numbers.split(',').map(Number)
const steps = plan.split(',').map((step) => {
  const [id, cases] = step.split(':')
  const fault = ALL_FAULTS.find((one) => one.id === id)
  if (!fault) throw new Error(`No fault ${id}`)
  return { fault, cases: Number(cases) }
})
const PATIENCE_MS = 120_000
const world = globalThis as { mutant?: number }
// A mutant may throw where nobody listens: that kills it too.
let stray: string | undefined
process.on('uncaughtException', (error) => {
  stray = String(error)
})
console.warn = () => {}
// One vitest for all: it transforms the files once, and each run is a new process that reads which
// mutant lives from its environment.
const vitest = await createVitest('test', {
  watch: false,
  project: ['escale'],
  pool: 'forks',
  maxWorkers: 1,
  fileParallelism: false,
  bail: 1,
  // On a loaded machine a slow test is no proof that a mutant was seen.
  testTimeout: PATIENCE_MS,
  hookTimeout: PATIENCE_MS,
  reporters: [{}],
})
const found = tests.length > 0 ? await vitest.globTestSpecifications(tests) : []
const specs = tests.flatMap((test) => found.filter(({ moduleId }) => moduleId.endsWith(test)))
if (specs.length < tests.length) throw new Error(`Not all found: ${tests}`)

for (const mutant of mutants) {
  stray = undefined
  world.mutant = mutant
  const killer = await killerOf().catch(() => 'the bench')
  world.mutant = 0
  say({ mutant, killer: killer ?? stray ?? null })
}
process.exit(0)

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

async function killerOf(): Promise<string | undefined> {
  process.env.MUTANT = String(world.mutant)
  for (const spec of specs) {
    say({ begins: spec.moduleId })
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications([spec])
    // All that this vitest ever ran is given back: what an earlier mutant broke in another file is not this one's.
    const now = testModules.filter(({ moduleId }) => moduleId === spec.moduleId)
    const isGreen = now.length > 0 && now.every((module) => module.ok())
    if (!isGreen || unhandledErrors.length > 0) return spec.moduleId.split('/tests/')[1] ?? 'a test'
  }
  for (const { fault, cases } of steps) {
    say({ begins: fault.id })
    const budget = { firstSeed: 1, cases, seconds: 60, stopped: () => false, patience: 1 }
    const { failures } = await runFault(fault, budget)
    if (failures.length > 0 || stray) return fault.id
  }
  return undefined
}
