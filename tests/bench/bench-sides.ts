/* Both sides made ready for one size: data, page, server. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { EVENT_STATUSES } from '#domain/adverse-event/adverse-event.ts'
import { grantsOf } from '#domain/rights/rights.ts'
import { deviceId, dispositifId } from '#domain/shared/ids.ts'
import { openStore } from '#sync-server/store/open-store.ts'
import { fillBaseline } from './baseline-server.ts'
import { HOMES, type Seeded, seedRecords } from './seed-records.ts'

export type SideName = 'ours' | 'baseline'

export interface Crossed {
  /** Bytes of bodies, as they crossed, both ways; and of answers' headers. */
  readonly bodies: number
  readonly headers: number
  /** Epoch ms by the clock of the server's process; 0 for the baseline, which is asked. */
  readonly keptAt: number
}

export interface SideServer {
  readonly address: string
  /** Memory of its process, bytes. */
  rss(): Promise<number>
  /** Bytes since the last call, and when the last write was on disk. */
  crossed(): Promise<Crossed>
  stop(): Promise<void>
}

export interface Sides {
  readonly seeded: Seeded
  /** Records the tablet reads; the same on both sides. */
  readonly count: number
  readonly servers: Record<SideName, SideServer>
}

export const BASELINE_TOKEN = 'a-token-of-the-baseline'

/** Seeds, builds and starts in `folder`; the caller stops the servers. */
export async function makeSides(folder: string, records: number): Promise<Sides> {
  const store = await openStore({ dataFolder: folder, databaseUrl: undefined })
  const seeded = await seedRecords(store, records)
  const grants = grantsOf({
    role: 'quality-lead',
    dispositif: dispositifId(seeded.dispositif),
    device: deviceId(seeded.tablet.device),
    sites: HOMES.map((id) => ({ id, sharesEvents: true })),
  })
  const { epoch, states } = await store.read(async (session) => ({
    epoch: await session.meta.epoch(),
    states: (await session.records.all()).map(({ state }) => state),
  }))
  await store.close()
  const readable = states.filter(({ bucket }) => grants.has(bucket))
  fillBaseline(join(folder, 'baseline.sqlite'), readable)
  await buildPages(folder, seeded, epoch)
  return {
    seeded,
    count: readable.length,
    servers: {
      ours: await startSide('ours', [folder]),
      baseline: await startSide('baseline', [folder, BASELINE_TOKEN]),
    },
  }
}

async function buildPages(folder: string, seeded: Seeded, epoch: string): Promise<void> {
  const assets = join(folder, 'ours', 'assets')
  await mkdir(assets, { recursive: true })
  await build({
    entryPoints: [fileURLToPath(new URL('./bench-page.ts', import.meta.url))],
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    outdir: assets,
    logLevel: 'warning',
  })
  const profile = {
    device: seeded.tablet.device,
    deviceLabel: 'Tablette',
    person: { id: seeded.lead, name: 'Dominique Sainte-Rose', role: 'quality-lead' },
    dispositif: { id: seeded.dispositif, name: 'Cinq maisons', timeZone: 'America/Guadeloupe' },
    sites: HOMES,
    posters: [],
  }
  const settings = { profile, epoch, scopes: HOMES, statuses: EVENT_STATUSES }
  for (const side of ['ours', 'baseline'] as const) {
    const root = join(folder, side)
    if (side === 'baseline') await cp(join(folder, 'ours'), root, { recursive: true })
    const page = `<!doctype html><title>${side}</title><script type="module" src="/assets/bench-page.js"></script>`
    await writeFile(join(root, 'index.html'), page)
    const token = side === 'ours' ? seeded.tablet.token : BASELINE_TOKEN
    await writeFile(join(root, 'assets', 'settings.json'), JSON.stringify({ ...settings, token }))
  }
}

async function startSide(side: SideName, args: readonly string[]): Promise<SideServer> {
  const entry = fileURLToPath(new URL('./bench-server.ts', import.meta.url))
  const child = fork(entry, [side, ...args], { execArgv: ['--import', 'tsx'] })
  const { address } = (await answerOf(child)) as { address: string }
  const ask = (what: 'rss' | 'crossed') => {
    const answered = answerOf(child)
    child.send(what)
    return answered
  }
  return {
    address,
    async rss() {
      return ((await ask('rss')) as { rss: number }).rss
    },
    async crossed() {
      return (await ask('crossed')) as Crossed
    },
    async stop() {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const [message] = (await once(child, 'message')) as [unknown]
  return message
}
