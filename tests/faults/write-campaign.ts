import { readFile, writeFile } from 'node:fs/promises'
import { arch, cpus, platform } from 'node:os'
import type { Outcome } from './run-fault.ts'

const PAGE = 'docs/campaign.md'
const BEGIN = '<!-- last campaign: written by npm run campaign -- --write -->'
const END = '<!-- end of the last campaign -->'

/** Keeps what was run: as JSON where asked, and as the table of docs/campaign.md. */
export async function writeCampaign(
  outcomes: readonly Outcome[],
  { json, write }: { json: string | undefined; write: boolean },
): Promise<void> {
  if (json) await writeFile(json, `${JSON.stringify(outcomes, null, 2)}\n`)
  if (!write) return
  const page = await readFile(PAGE, 'utf8')
  const [before, rest] = page.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined) throw new Error(`${PAGE} has lost its marks`)
  await writeFile(PAGE, `${before}${BEGIN}\n${tableOf(outcomes)}\n${END}${after}`)
}

function tableOf(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ id, cases, units, unit, seconds, firstSeed, failures }) => {
    const outcome =
      failures.length === 0
        ? 'held'
        : `**broken** at ${failures.map(({ seed }) => seed).join(', ')}`
    return `| ${id} | ${cases} | ${units} ${unit} | ${seconds.toFixed(0)} s | ${firstSeed} | ${outcome} |`
  })
  const day = new Date().toISOString().slice(0, 10)
  const machine = `${platform()} ${arch()}, ${cpus().length} cores, Node ${process.versions.node}`
  return [
    `Run on ${day}: ${machine}.`,
    '',
    '| | Cases | Gone through | Time | First seed | Outcome |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}
