/*
 * `npm run bench -- --records 50000 --json FILE`: the app's data layer in a real Chromium beside a plain
 * Dexie store, in turn, in one run (docs/bench.md). Ratios are ours to the baseline's: less is better.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openBrowser } from './bench-browser.ts'
import { makeSides } from './bench-sides.ts'
import { goalsOf, printSize } from './goals.ts'
import { type Measures, measureSize } from './measure-size.ts'

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '5000' },
    json: { type: 'string' },
    repetitions: { type: 'string', default: '5' },
    edits: { type: 'string', default: '1000' },
  },
})
const records = Number(values.records)
const repetitions = Number(values.repetitions)
const edits = Number(values.edits)

const sizes: Record<string, Measures> = {}
let browserName = ''
// One change must cost the same on a small device: its round is measured on 1,000 records too.
for (const size of new Set([Math.min(1_000, records), records])) {
  const folder = await mkdtemp(join(tmpdir(), 'escale-bench-'))
  console.log(`\n${size} records: writing them on both sides`)
  const sides = await makeSides(folder, size)
  const browser = await openBrowser()
  browserName = browser.name
  try {
    sizes[size] = await measureSize({ sides, browser, repetitions, edits })
  } finally {
    await browser.close()
    await Promise.all(Object.values(sides.servers).map((server) => server.stop()))
    await rm(folder, { recursive: true, force: true })
  }
}

const goals = goalsOf(sizes, records)
for (const [size, measures] of Object.entries(sizes)) printSize(size, measures)
console.log('')
for (const { name, value, atMost, isMet } of goals) {
  console.log(`${isMet ? 'met     ' : 'NOT MET '} ${name} ${value.toFixed(3)}, at most ${atMost}`)
}
if (values.json) {
  const machine = {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryBytes: totalmem(),
    node: process.version,
    browser: browserName,
  }
  const report = { at: new Date().toISOString(), machine, repetitions, edits, sizes, goals }
  await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`)
}
