/*
 * `npm run anonymity`: the proof of `anonymity.test.ts` proved. Each thing that hides an anonymous
 * author is taken away on purpose in a copy of the product, one line at a time; the test must then be
 * red, by the assertion that names what is shown. Anything else is a failure: what it hides is not looked for.
 */
import { spawnSync } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ANONYMITY_BREAKS } from '#tests/faults/breaks/anonymity-breaks.ts'
import { copyProduct } from '#tests/faults/broken-copy.ts'

const TEST = 'tests/sync-server/anonymity.test.ts'
const copy = await copyProduct()
let unseen = 0
try {
  const before = await failures()
  if (before.length > 0) throw new Error(`Red before anything is broken: ${before[0]?.message}`)
  console.log('green   the product as it is')
  for (const { name, file, find, replace, test, says } of ANONYMITY_BREAKS) {
    const whole = await copy.read(file)
    if (whole.split(find).length !== 2) throw new Error(`« ${name} » does not find its line`)
    await copy.write(
      file,
      whole.replace(find, () => replace),
    )
    const failed = await failures()
    await copy.write(file, whole)
    const meant = failed.find((one) => one.test.startsWith(test) && says.test(one.message))
    if (!meant) unseen += 1
    console.log(`${meant ? 'red   ' : 'UNSEEN'}  ${name}`)
    for (const one of meant ? [meant] : failed) console.log(`        ${one.test}: ${one.message}`)
  }
} finally {
  await copy.remove()
}
console.log(`${ANONYMITY_BREAKS.length - unseen} of ${ANONYMITY_BREAKS.length} seen`)
process.exit(unseen > 0 ? 1 : 0)

/** What vitest writes of a run (`--reporter json`). */
interface Report {
  readonly testResults: readonly {
    readonly message: string
    readonly assertionResults: readonly {
      readonly title: string
      readonly status: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

interface Failure {
  readonly test: string
  readonly message: string
}

/** The tests that failed, with what they said; a file that did not run at all is none of them. */
async function failures(): Promise<readonly Failure[]> {
  const report = join(copy.folder, 'report.json')
  await rm(report, { force: true })
  const flags = ['--project', 'escale', '--reporter', 'json', '--outputFile', report]
  const { stderr } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', ...flags, TEST],
    { cwd: copy.folder, encoding: 'utf8' },
  )
  const { testResults } = JSON.parse(await readFile(report, 'utf8')) as Report
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  if (tests.length === 0 || tests.some(({ status }) => status === 'skipped'))
    throw new Error(`The test did not run: ${testResults[0]?.message || stderr}`)
  return tests
    .filter(({ status }) => status === 'failed')
    .map(({ title, failureMessages }) => ({
      test: title,
      message: failureMessages[0]?.split('\n')[0] ?? '',
    }))
}
