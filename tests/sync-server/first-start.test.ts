// @vitest-environment node
import { watch } from 'node:fs'
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openKyselyStore } from '#sync-server/store/kysely/kysely-store.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import { startPusher } from '#tests/support/push-over-http.ts'
import { removeBundle, startingServer, startServer } from '#tests/support/server-process.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'escale-first-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))
afterAll(removeBundle)

/** Bytes of the write-ahead log: it grows while the demonstration is written, before its commit. */
const bytesWritten = async () =>
  (await stat(join(folder, 'escale.sqlite-wal')).catch(() => undefined))?.size ?? 0

async function contents() {
  const store = await openKyselyStore(join(folder, 'escale.sqlite'))
  try {
    return await store.read(async (session) => {
      const [dispositif] = await session.directory.dispositifs()
      const sites = await session.directory.sites()
      const keys = await Promise.all(sites.map(({ id }) => session.intake.currentKey(id)))
      return {
        homes: sites.length,
        keys: keys.filter(Boolean).length,
        people: dispositif ? (await session.directory.people(dispositif.id)).length : 0,
        records: (await session.records.all()).length,
        operations: (await session.log.after(0, 1)).length,
        isDemo: await session.meta.isDemo(),
        differences: await differencesWithLog(session),
      }
    })
  } finally {
    await store.close()
  }
}

const NOTHING = { homes: 0, keys: 0, people: 0, records: 0, operations: 0, isDemo: false }

function expectAll(held: Awaited<ReturnType<typeof contents>>): void {
  expect(held).toMatchObject({ homes: 4, keys: 4, operations: 1, isDemo: true, differences: [] })
  expect(held.people).toBeGreaterThanOrEqual(5)
  expect(held.records).toBeGreaterThan(500)
}

test('a first start that is killed while it writes the demonstration leaves all of it or nothing', async () => {
  // The tables alone take 180 kB, the whole demonstration 3 MB.
  for (const written of [1, 250_000, 1_000_000, 2_000_000]) {
    await killOnce(() => bytesWritten().then((bytes) => bytes >= written))
    const held = await contents()
    // The first two cuts fall long before the end, however slow the machine that looks.
    if (written < 1_000_000) expect(held.homes).toBe(0)
    if (held.homes === 0) expect(held).toEqual({ ...NOTHING, differences: [] })
    else {
      expectAll(held)
      // Cut a moment after its end: the next cut needs a demonstration to write.
      await rm(folder, { recursive: true })
      await mkdir(folder)
    }
  }
  const server = await startServer({ dataDir: folder })
  try {
    expect(server.links().length).toBeGreaterThan(5)
  } finally {
    await server.kill()
  }
  expectAll(await contents())
})

/** Starts a server and cuts it as soon as `isTime`. */
async function killOnce(isTime: () => Promise<boolean>): Promise<void> {
  const starting = await startingServer({ dataDir: folder })
  try {
    await expect.poll(isTime, { interval: 1, timeout: 15_000 }).toBe(true)
  } finally {
    await starting.kill()
  }
}

test('nothing is laid down outside the data folder: the rest of the disk may be read-only', async () => {
  const aside = join(folder, 'aside')
  await mkdir(aside)
  vi.stubEnv('SQLITE_TMPDIR', aside)
  const laid: unknown[] = []
  const watcher = watch(aside, (_, name) => laid.push(name))
  try {
    const pusher = await startPusher({ dataDir: join(folder, 'data') })
    await pusher.device.sync({ ops: [await pusher.device.write()] })
    await pusher.server.stop()
    expect(laid).toEqual([])
  } finally {
    watcher.close()
    vi.unstubAllEnvs()
  }
})
