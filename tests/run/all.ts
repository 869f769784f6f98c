/*
 * `npm test`: every test, from one function to a story on three devices and a server. Ends with one line
 * that counts them all.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './find-browser.ts'
import { runStep, tool } from './run-steps.ts'

interface Count {
  passed: number
  failed: number
  skipped: string[]
}

const reports = mkdtempSync(join(tmpdir(), 'escale-tests-'))
const total: Count = { passed: 0, failed: 0, skipped: [] }

const vitestReport = join(reports, 'vitest.json')
await runStep(
  tool('unit, component and server tests', 'vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
  ]),
)
add(countVitest(vitestReport))

const faultsReport = join(reports, 'faults.json')
await runStep(
  tool('faults of docs/campaign.md, a few cases of each', 'tsx/dist/cli.mjs', [
    'tests/run/campaign.ts',
    '--per-commit',
    `--json=${faultsReport}`,
  ]),
)
add(countFaults(faultsReport))

const built =
  (await runStep(tool('build of the app', 'vite/bin/vite.js', ['build', '--logLevel', 'warn']))) ===
    0 &&
  (await runStep({
    name: 'build of the server',
    command: 'npm',
    args: ['run', '--silent', 'build:server'],
  })) === 0
const browser = built ? await findBrowser() : undefined
if (!built) {
  add({ passed: 0, failed: 1, skipped: [] })
} else if (!browser) {
  console.error(
    'No Chromium or Chrome was found, downloaded or unpacked. Install one (on Debian: apt-get install chromium), ' +
      'or give its path in CHROME_PATH, and run npm test again.',
  )
  add({ passed: 0, failed: 1, skipped: [] })
} else {
  console.log(`\nBrowser: ${browser.executablePath}, from ${browser.origin}`)
  const storiesReport = join(reports, 'stories.json')
  await runStep(
    tool('stories in a real browser', '@playwright/test/cli.js', ['test', '--reporter=list,json'], {
      ...browser.env,
      CHROME_PATH: browser.executablePath,
      PLAYWRIGHT_JSON_OUTPUT_NAME: storiesReport,
    }),
  )
  add(countPlaywright(storiesReport))
}

rmSync(reports, { recursive: true, force: true })
for (const name of total.skipped) console.log(`skipped: ${name}`)
const skipped = total.skipped.length > 0 ? `, ${total.skipped.length} skipped` : ''
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)

function add(count: Count): void {
  total.passed += count.passed
  total.failed += count.failed
  total.skipped.push(...count.skipped)
}

/** A run that left no report is a failure: it counted nothing. */
function countVitest(file: string): Count {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: [] }
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    success: boolean
    numPassedTests: number
    numFailedTests: number
    numFailedTestSuites: number
    testResults: { assertionResults: { status: string; fullName: string }[] }[]
  }
  const skipped = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName, status }) => `${fullName} (${status})`)
  const unseen =
    !report.success && report.numFailedTests === 0 ? Math.max(1, report.numFailedTestSuites) : 0
  return { passed: report.numPassedTests, failed: report.numFailedTests + unseen, skipped }
}

/** Each fault counts once, whatever the number of its cases; a kind of case that this machine cannot play is said. */
function countFaults(file: string): Count {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: [] }
  const outcomes = JSON.parse(readFileSync(file, 'utf8')) as {
    id: string
    failures: unknown[]
    kinds: Record<string, number>
  }[]
  const failed = outcomes.filter(({ failures }) => failures.length > 0).length
  const skipped = outcomes.flatMap(({ id, kinds }) =>
    Object.entries(kinds).flatMap(([kind, cases]) =>
      cases ? [] : [`${id}, ${kind}: no case was run`],
    ),
  )
  return { passed: outcomes.length - failed, failed, skipped }
}

interface StorySuite {
  suites?: StorySuite[]
  specs?: {
    title: string
    tests: { status: string; annotations: { type: string; description?: string }[] }[]
  }[]
}

function countPlaywright(file: string): Count {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: [] }
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    suites: StorySuite[]
    errors: unknown[]
  }
  const count: Count = { passed: 0, failed: report.errors.length, skipped: [] }
  const walk = (suite: StorySuite): void => {
    for (const { title, tests } of suite.specs ?? []) {
      for (const { status, annotations } of tests) {
        if (status === 'expected') count.passed += 1
        else if (status === 'skipped') {
          const reason =
            annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given'
          count.skipped.push(`${title}: ${reason}`)
        } else count.failed += 1
      }
    }
    for (const child of suite.suites ?? []) walk(child)
  }
  for (const suite of report.suites) walk(suite)
  return count
}
