/*
 * npm run forms-fuzz [-- --count 2000 --from 1]
 *
 * Damaged workbooks and questionnaires, each by its number, converted in a child process whose memory
 * is read after each. Ends with 1 at a crash, a file over five seconds, or more than 300 MB.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { badFile } from '#tests/interchange/fuzz/bad-files.ts'

const HERE = fileURLToPath(import.meta.url)
const MOST_MS = 5_000
const MOST_MB = 300

if (process.argv[2] === '--child') await child()
else process.exitCode = await parent()

/** One line of JSON for each file: number, ms, MB resident, whether a form was kept. */
async function child(): Promise<void> {
  const { convertEverywhere } = await import('#tests/interchange/fuzz/convert-everywhere.ts')
  const [folder = ''] = process.argv.slice(3)
  const [from, to] = process.argv.slice(4).map(Number)
  for (let number = from ?? 1; number <= (to ?? 1); number += 1) {
    const bytes = readFileSync(join(folder, String(number)))
    process.stdout.write(`${JSON.stringify({ begins: number })}\n`)
    const start = performance.now()
    const kept = await convertEverywhere(bytes)
    const ms = Math.round(performance.now() - start)
    const mb = Math.round(process.memoryUsage.rss() / 1_048_576)
    process.stdout.write(`${JSON.stringify({ number, ms, mb, kept, size: bytes.length })}\n`)
  }
}

interface Line {
  readonly number?: number
  readonly begins?: number
  readonly ms?: number
  readonly mb?: number
  readonly kept?: boolean
}

async function parent(): Promise<number> {
  const option = (name: string, fallback: number) => {
    const at = process.argv.indexOf(name)
    return at < 0 ? fallback : Number(process.argv[at + 1])
  }
  const from = option('--from', 1)
  const count = option('--count', 2000)
  const faults: string[] = []
  let done = 0
  let kept = 0
  let slowest: Line = { ms: 0 }
  let largest: Line = { mb: 0 }
  // Ten children, so that what one file leaves behind is not laid at the door of another.
  const share = Math.ceil(count / 10)
  for (let start = from; start < from + count; start += share) {
    let next = start
    const end = Math.min(start + share, from + count) - 1
    // Made here, so that the memory of the child is what reading costs.
    const folder = mkdtempSync(join(tmpdir(), 'escale-forms-'))
    for (let number = start; number <= end; number += 1) {
      writeFileSync(join(folder, String(number)), await badFile(number))
    }
    while (next <= end) {
      let current = next
      const last = await runChild(folder, next, end, (line) => {
        if (line.begins !== undefined) current = line.begins
        if (line.number === undefined) return
        done += 1
        if (line.kept) kept += 1
        if ((line.ms ?? 0) > (slowest.ms ?? 0)) slowest = line
        if ((line.mb ?? 0) > (largest.mb ?? 0)) largest = line
      })
      if (last !== undefined) faults.push(`file ${current}: ${last}`)
      next = last === undefined ? end + 1 : current + 1
    }
    rmSync(folder, { recursive: true })
  }
  if ((slowest.ms ?? 0) > MOST_MS) faults.push(`file ${slowest.number}: ${slowest.ms} ms`)
  if ((largest.mb ?? 0) > MOST_MB) faults.push(`file ${largest.number}: ${largest.mb} MB`)
  console.log(`${done} files, a form kept from ${kept}, ${faults.length} faults.`)
  console.log(`Slowest: file ${slowest.number}, ${slowest.ms} ms. Most memory: ${largest.mb} MB.`)
  for (const fault of faults) console.log(fault)
  return faults.length > 0 || done === 0 ? 1 : 0
}

/** Undefined when the child came to its end; else how it did not. A silent one is stopped. */
function runChild(
  folder: string,
  from: number,
  to: number,
  onLine: (line: Line) => void,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', HERE, '--child', folder, String(from), String(to)],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    )
    let text = ''
    let said = ''
    let hung = false
    const restart = () =>
      setTimeout(() => {
        hung = true
        child.kill('SIGKILL')
      }, MOST_MS * 6)
    let timer = restart()
    child.stderr.on('data', (data) => {
      said = `${said}${String(data)}`.slice(-600)
    })
    child.stdout.on('data', (data) => {
      clearTimeout(timer)
      timer = restart()
      text += String(data)
      const lines = text.split('\n')
      text = lines.pop() ?? ''
      for (const line of lines) onLine(JSON.parse(line) as Line)
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve(hung ? 'no answer' : code === 0 ? undefined : `ended with ${code}\n${said}`)
    })
  })
}
