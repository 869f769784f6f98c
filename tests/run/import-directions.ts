/*
 * `npm run deps`: import directions, by dependency-cruiser. A run that reads no module is a failure:
 * with a compiler it cannot drive, the tool reports « no violation » over nothing (ADR 001).
 */
import { spawnSync } from 'node:child_process'

interface Report {
  summary: {
    totalCruised: number
    violations: { rule: { name: string }; from: string; to: string; cycle?: { name: string }[] }[]
    ruleSetUsed: { forbidden: { name: string; comment?: string }[] }
  }
}

/** Fewer modules than this is not the product: something was not read. */
const LEAST_MODULES = Number(process.env.LEAST_MODULES ?? 100)

const run = spawnSync(
  process.execPath,
  [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.js',
    '--output-type',
    'json',
    'src',
    'sync-server',
    'tests',
  ],
  { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
)
if (!run.stdout.startsWith('{')) {
  console.error(run.stderr || run.stdout)
  process.exit(1)
}
const { summary } = JSON.parse(run.stdout) as Report
for (const { rule, from, to, cycle } of summary.violations) {
  const reason = summary.ruleSetUsed.forbidden.find(({ name }) => name === rule.name)?.comment
  const path = cycle ? cycle.map(({ name }) => name).join(' > ') : to
  console.error(`${rule.name}: ${from} > ${path}\n  ${reason ?? ''}`)
}
if (summary.totalCruised < LEAST_MODULES) {
  console.error(`Only ${summary.totalCruised} modules were read, fewer than ${LEAST_MODULES}.`)
  process.exit(1)
}
console.log(`${summary.totalCruised} modules read, ${summary.violations.length} forbidden imports`)
process.exit(summary.violations.length > 0 ? 1 : 0)
