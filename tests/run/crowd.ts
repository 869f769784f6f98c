/*
 * `npm run crowd -- [--devices 200] [--waves 5] [--ops 10] [--processes 2]`: devices that all push at
 * the same moment, on each store in turn; docs/scale.md keeps the last figures. Exit code 1 when an
 * operation was refused, lost or doubled, or when the 95th percentile passes a second. The first wave meets
 * a server started a moment ago, whose code no engine has compiled yet: the others are told apart beside.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { StorePlace } from '#sync-server/store/open-store.ts'
import { percentile, runCrowd } from '#tests/support/crowd.ts'
import { createDatabase, NO_POSTGRES, startPostgres } from '#tests/support/postgres.ts'
import { removeBundle } from '#tests/support/server-process.ts'

const GOAL_MS = 1_000
const { values: flags } = parseArgs({
  options: {
    devices: { type: 'string', default: '200' },
    homes: { type: 'string', default: '5' },
    waves: { type: 'string', default: '5' },
    ops: { type: 'string', default: '10' },
    processes: { type: 'string', default: '2' },
  },
})
const folders: string[] = []
let isRed = false

console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`,
)
await measure('SQLite, one process', await freshPlace(), 1)
const postgres = await startPostgres()
if (postgres) {
  const place = async (name: string) =>
    freshPlace({ databaseUrl: await createDatabase(postgres.url, name) })
  await measure(`${postgres.name}, one process`, await place('crowd_one'), 1)
  const processes = Number(flags.processes)
  await measure(`${postgres.name}, ${processes} processes`, await place('crowd_more'), processes)
  await postgres.stop()
} else console.log(`PostgreSQL skipped: ${NO_POSTGRES}`)
await removeBundle()
for (const folder of folders) await rm(folder, { recursive: true, force: true })
process.exit(isRed ? 1 : 0)

async function measure(name: string, place: StorePlace, processes: number): Promise<void> {
  const { latencies, warm, ...result } = await runCrowd(place, {
    devices: Number(flags.devices),
    homes: Number(flags.homes),
    waves: Number(flags.waves),
    opsByPush: Number(flags.ops),
    processes,
  })
  const [p50, p95, longest] = [0.5, 0.95, 1].map((share) =>
    Math.round(percentile(latencies, share)),
  )
  const after = Math.round(percentile(warm, 0.95))
  console.log(
    `${name}: ${latencies.length} rounds of ${flags.devices} devices at once, ${result.operations} operations; p50 ${p50} ms, p95 ${p95} ms, longest ${longest} ms; after the first wave p95 ${after} ms; refused ${result.refused}, lost or doubled ${result.lostOrDoubled}, records unlike the log ${result.differences}`,
  )
  const faults = result.refused + result.lostOrDoubled + result.differences
  if (faults > 0 || (p95 ?? GOAL_MS) >= GOAL_MS) isRed = true
}

async function freshPlace(more: { databaseUrl?: string } = {}): Promise<StorePlace> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'escale-crowd-'))
  folders.push(dataFolder)
  return { dataFolder, ...more }
}
