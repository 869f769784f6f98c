/*
 * `npm run campaign -- --minutes N [--only T1,T3] [--seed S] [--cases C] [--store postgres]
 * [--browser firefox|webkit] [--write]`: the faults of docs/campaign.md, as long as one likes. `--per-commit` runs the few cases of `npm test`. Each
 * failure comes with the line that plays it again; the exit code tells if there was one.
 */
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { ALL_FAULTS } from '#tests/faults/all-faults.ts'
import type { Fault } from '#tests/faults/fault.ts'
import { type Outcome, runFault } from '#tests/faults/run-fault.ts'
import { nameOfBrowser } from '#tests/faults/world/browser/start-browser.ts'
import { writeCampaign } from '#tests/faults/write-campaign.ts'
import { NO_POSTGRES, startPostgres } from '#tests/support/postgres.ts'

const { values: flags } = parseArgs({
  options: {
    minutes: { type: 'string' },
    only: { type: 'string' },
    seed: { type: 'string' },
    cases: { type: 'string' },
    json: { type: 'string' },
    store: { type: 'string', default: 'sqlite' },
    browser: { type: 'string', default: 'chromium' },
    write: { type: 'boolean', default: false },
    'per-commit': { type: 'boolean', default: false },
  },
})

const asked = flags.only?.split(',')
const isOnPostgres = flags.store === 'postgres'
const faults = ALL_FAULTS.filter(({ id }) => !asked || asked.includes(id)).filter(
  ({ onFile }) => !onFile || !isOnPostgres,
)
const perCommit = flags['per-commit']
const firstSeed = Number(flags.seed ?? randomInt(2 ** 31))
// A loaded machine runs fewer cases of a fault rather than holding a commit for half an hour.
const seconds = perCommit
  ? 10
  : (Number(flags.minutes ?? (flags.cases ? 600 : 1)) * 60) / faults.length
// Dexie warns of each connection it opens again: thousands of them here, on purpose.
console.warn = () => {}
let isStopped = false
process.on('SIGINT', () => {
  if (isStopped) process.exit(130)
  isStopped = true
  console.log('\nStopping after this case; Ctrl+C again leaves at once.')
})

process.env.CAMPAIGN_BROWSER = flags.browser
const postgres = isOnPostgres ? await startPostgres() : undefined
if (isOnPostgres && !postgres) throw new Error(NO_POSTGRES)
if (postgres)
  Object.assign(process.env, { TEST_STORE: 'postgres', CAMPAIGN_POSTGRES: postgres.url })

const named = faults.map(({ id }) => id).join(', ')
console.log(`Campaign of seed ${firstSeed} on Node ${process.versions.node}: ${named || 'nothing'}`)
if (postgres) console.log(`Store: ${postgres.name}`)
const browserName = nameOfBrowser()
if (browserName) console.log(`Browser: ${browserName}`)
const outcomes: Outcome[] = []
for (const fault of faults) {
  if (isStopped) break
  const cases = Number(flags.cases ?? (perCommit ? fault.perCommit : Number.POSITIVE_INFINITY))
  if (cases === 0) continue
  const outcome = await runFault(fault, { firstSeed, cases, seconds, stopped: () => isStopped })
  outcomes.push(outcome)
  say(fault, outcome)
}
if (flags.json || flags.write)
  await writeCampaign(outcomes, { json: flags.json, write: flags.write })
await postgres?.stop()
const red = outcomes.filter(({ failures }) => failures.length > 0)
const allCases = outcomes.reduce((sum, outcome) => sum + outcome.cases, 0)
console.log(`${allCases} cases of ${outcomes.length} faults, ${red.length} red`)
process.exit(red.length > 0 || outcomes.length === 0 ? 1 : 0)

function say(
  { id, title, unit }: Fault,
  { cases, units, seconds, failures, kinds }: Outcome,
): void {
  const verdict = failures.length === 0 ? 'held' : 'BROKEN'
  console.log(
    `${id.padEnd(4)} ${verdict.padEnd(7)} ${String(cases).padStart(7)} cases, ${units} ${unit}, ${seconds.toFixed(1)} s: ${title}`,
  )
  for (const { seed, message } of failures) {
    console.log(`     ${message}`)
    console.log(`     npm run campaign -- --only ${id} --seed ${seed} --cases 1`)
  }
  const byKind = Object.entries(kinds).map(([kind, count]) => `${kind} ${count || 'NONE'}`)
  if (byKind.length > 0) console.log(`     ${byKind.join(', ')}`)
}
