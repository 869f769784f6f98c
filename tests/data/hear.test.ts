import { afterEach, expect, it, vi } from 'vitest'
import { createLocalDb, type LocalDb } from '#data/db.ts'
import { openPage } from '#data/local-state.ts'
import { openWorkspace } from '#data/open-workspace.ts'
import { plainSealer } from '#data/sealer.ts'
import type { Workspace } from '#data/workspace.ts'
import { type PersonId, recordId } from '#domain/shared/ids.ts'
import { encodeFrame } from '#protocol/frames.ts'
import { QUIET } from '#protocol/listen.ts'
import { sha256 } from '#sync-server/sha256.ts'
import { joinServer } from '#tests/support/real-device.ts'
import { createTestServer, HOME_1, PEOPLE, type TestServer } from '#tests/support/test-server.ts'

const open: { close(): void | Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

async function serve(): Promise<TestServer> {
  const server = await createTestServer()
  open.push(server)
  return server
}

async function join(server: TestServer, person: PersonId) {
  const device = await joinServer(server, person)
  open.push({ close: () => device.workspace.close() })
  return device
}

/** What becomes of the bytes on their way; undefined where the line is closed. */
type Spoil = (bytes: Uint8Array) => Promise<Uint8Array> | Uint8Array | undefined

/** A tablet that is looked at, and the paths it asks. */
async function joinListening(server: TestServer, spoil: Spoil = (bytes) => bytes) {
  const asked: string[] = []
  const device = await joinServer(server, PEOPLE['quality-lead'], {
    listens: true,
    async answered(path, response) {
      asked.push(path)
      if (path !== '/v1/listen' || !response.body) return response
      const passing = new TransformStream<Uint8Array, Uint8Array>({
        async transform(chunk, controller) {
          const passed = await spoil(chunk)
          if (passed) controller.enqueue(passed)
          else controller.terminate()
        },
      })
      return new Response(response.body.pipeThrough(passing), response)
    },
  })
  open.push({ close: () => device.workspace.close() })
  await vi.waitFor(() => expect(asked).toContain('/v1/listen'))
  return { ...device, workspace: device.workspace, asked }
}

const noteOf = ({ replica }: Workspace, id: string) => replica.get(recordId(id))?.fields.note

const roundsIn = (asked: readonly string[]) => asked.filter((path) => path === '/v1/sync').length

it('what a colleague writes is on the screen and on disk without a round', async () => {
  const server = await serve()
  const officer = await join(server, PEOPLE.officer)
  const { workspace, asked, reopen } = await joinListening(server)
  const rounds = roundsIn(asked)

  const { id } = await officer.workspace.writer.create('action', HOME_1, { note: 'un' })
  await officer.workspace.sync.now()
  await vi.waitFor(() => expect(noteOf(workspace, id)).toBe('un'))
  await officer.workspace.writer.set(recordId(id), { note: 'deux' })
  await officer.workspace.sync.now()
  await vi.waitFor(() => expect(noteOf(workspace, id)).toBe('deux'), { timeout: 3_000 })

  expect(roundsIn(asked)).toBe(rounds)
  expect(noteOf(await reopen(), id)).toBe('deux')
})

it('a round ends the line, sends what waits, and listens again from where it stands', async () => {
  const server = await serve()
  const officer = await join(server, PEOPLE.officer)
  const { workspace, asked } = await joinListening(server)
  const { id } = await workspace.writer.create('action', HOME_1, { note: 'de la tablette' })
  await workspace.sync.now()
  expect(workspace.sync.status().allSent).toBe(true)
  await vi.waitFor(() => expect(asked.filter((path) => path === '/v1/listen')).toHaveLength(2))

  await officer.workspace.sync.now()
  await officer.workspace.writer.set(recordId(id), { note: 'du chargé de mission' })
  await officer.workspace.sync.now()
  await vi.waitFor(() => expect(noteOf(workspace, id)).toBe('du chargé de mission'))
})

it('words that wait here stay on top of what comes, and go up with the next round', async () => {
  const server = await serve()
  const officer = await join(server, PEOPLE.officer)
  const { id } = await officer.workspace.writer.create('action', HOME_1, { note: 'un', title: 'A' })
  await officer.workspace.sync.now()
  const { workspace } = await joinListening(server)
  await workspace.writer.set(recordId(id), { title: 'B' })
  await officer.workspace.writer.set(recordId(id), { note: 'deux' })
  await officer.workspace.sync.now()
  await vi.waitFor(() => expect(noteOf(workspace, id)).toBe('deux'))
  expect(workspace.replica.get(recordId(id))).toMatchObject({
    fields: { title: 'B' },
    unsent: true,
  })
  await workspace.sync.now()
  expect(workspace.replica.get(recordId(id))).toMatchObject({
    fields: { note: 'deux', title: 'B' },
    unsent: false,
    disputed: [],
  })
})

const SPOILT: readonly [string, Spoil][] = [
  ['cut in the middle', (chunk) => chunk.subarray(0, chunk.byteLength - 9)],
  ['changed by one bit', (chunk) => chunk.with(chunk.byteLength - 3, 1)],
  ['a page of HTML', () => new TextEncoder().encode('<html>Bienvenue</html>')],
  ['another head', () => encodeFrame('{"pages":1}', sha256)],
  ['a page that never comes', (chunk) => chunk.subarray(0, chunk.indexOf(61, 30))],
  ['closed', () => undefined],
]

it.each(SPOILT)(
  'news that come %s move nothing; the next round brings them',
  async (_name, spoil) => {
    const server = await serve()
    const officer = await join(server, PEOPLE.officer)
    const quietBytes = encodeFrame(QUIET, sha256).byteLength
    const { workspace } = await joinListening(server, (chunk) =>
      chunk.byteLength > quietBytes ? spoil(chunk) : chunk,
    )
    const { id } = await officer.workspace.writer.create('action', HOME_1, { note: 'un' })
    await officer.workspace.sync.now()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(noteOf(workspace, id)).toBeUndefined()
    await workspace.sync.now()
    expect(noteOf(workspace, id)).toBe('un')
  },
)

it('after news that were spoilt, a round comes by itself', async () => {
  const server = await serve()
  const officer = await join(server, PEOPLE.officer)
  let words = 0
  const { workspace } = await joinListening(server, (chunk) => {
    words += 1
    return chunk.byteLength > 100 ? chunk.with(chunk.byteLength - 3, 1) : chunk
  })
  workspace.sync.start()
  // The round of the start ends the first line; the next one is open once it has said so.
  await vi.waitFor(() => expect(words).toBe(2), { timeout: 5_000 })
  const { id } = await officer.workspace.writer.create('action', HOME_1, { note: 'un' })
  await officer.workspace.sync.now()
  await vi.waitFor(() => expect(noteOf(workspace, id)).toBe('un'), { timeout: 20_000 })
})

it('news that another tab already has are not kept twice', async () => {
  const server = await serve()
  const officer = await join(server, PEOPLE.officer)
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const { workspace, profile, env } = await joinListening(server, async (chunk) => {
    if (chunk.byteLength > 100) await held
    return chunk
  })
  const other = await openWorkspace(profile, { ...env, isOnScreen: () => false })
  open.push(other)
  const { id } = await officer.workspace.writer.create('action', HOME_1, { note: 'un' })
  await officer.workspace.sync.now()
  await other.sync.now()
  expect(noteOf(other, id)).toBe('un')
  release()
  await vi.waitFor(() => expect(noteOf(workspace, id)).toBe('un'))
  await workspace.sync.now()
  expect(workspace.sync.status()).toMatchObject({ round: { kind: 'idle' }, complete: true })
  const db = createLocalDb(profile.device)
  open.push(db)
  expect(await pagesHolding(db, id)).toBe(1)
})

/** Rows of pages on disk that hold a record. */
async function pagesHolding(db: LocalDb, id: string): Promise<number> {
  const opened = await Promise.all(
    (await db.pages.toArray()).map((row) => openPage(plainSealer, row)),
  )
  return opened.filter(({ records }) => records.some((record) => record.id === id)).length
}

it('nobody hears while the page is put away, nor after it is closed', async () => {
  const server = await serve()
  const { asked, reopen } = await joinListening(server)
  const before = asked.length
  const { sync, close } = await reopen()
  close()
  await sync.now()
  expect(asked.slice(before).filter((path) => path === '/v1/listen')).toEqual([])
})
