/*
 * `npm run breaks [-- --only T18]`: each promise broken on purpose in a copy of the product, one line at a time, and
 * the campaign run over it. A break that no fault sees is a failure: its promise is not tested.
 */
import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { ALL_BREAKS, type Break } from '#tests/faults/breaks/all-breaks.ts'
import { type BrokenCopy, copyProduct } from '#tests/faults/broken-copy.ts'

const { values: flags } = parseArgs({
  options: { json: { type: 'string' }, only: { type: 'string' } },
})
const asked = flags.only?.split(',')
const breaks = ALL_BREAKS.filter(({ only }) => !asked || asked.includes(only))
const copy = await copyProduct()
const seen: { name: string; invariant: string; file: string; only: string; said: string }[] = []
const unseen: string[] = []
try {
  for (const one of breaks) {
    const said = await breakAndRun(copy, one)
    console.log(`${one.invariant}  ${said ? 'seen  ' : 'UNSEEN'}  ${one.name}\n    ${said ?? ''}`)
    if (said) seen.push({ ...one, said })
    else unseen.push(one.name)
  }
} finally {
  await copy.remove()
}
if (flags.json) await writeFile(flags.json, `${JSON.stringify({ seen, unseen }, null, 2)}\n`)
console.log(`${seen.length} breaks seen of ${breaks.length}`)
process.exit(unseen.length > 0 || breaks.length === 0 ? 1 : 0)

/** What the campaign said of the break; undefined when it stayed green. */
async function breakAndRun(
  { folder, read, write }: BrokenCopy,
  { name, file, find, replace, only, cases }: Break,
): Promise<string | undefined> {
  const before = await read(file)
  if (before.split(find).length !== 2) {
    throw new Error(`« ${name} » no longer finds its line in ${file}: ${find}`)
  }
  await write(
    file,
    before.replace(find, () => replace),
  )
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      'node_modules/tsx/dist/cli.mjs',
      'tests/run/campaign.ts',
      '--only',
      only,
      '--seed',
      '1',
    ].concat(['--cases', String(cases)]),
    { cwd: folder, encoding: 'utf8' },
  )
  await write(file, before)
  const [, said] = /^ {5}(?!npm run)(.*)$/m.exec(stdout) ?? []
  return status === 0 ? undefined : (said ?? `ended with ${status}`)
}
