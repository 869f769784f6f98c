// @vitest-environment node

import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { openKyselyStore } from '#sync-server/store/kysely/kysely-store.ts'
import {
  type EndedServer,
  removeBundle,
  runServer,
  startServer,
} from '#tests/support/server-process.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'escale-start-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))
afterAll(removeBundle)

function expectOneSentence({ code, stderr, stdout }: EndedServer, words: RegExp): void {
  expect(code).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toMatch(words)
  expect(stderr.trim().split('\n')).toHaveLength(1)
}

test('a new data folder gets the demonstration, with a link for each person and a ward phone', async () => {
  const server = await startServer({ dataDir: join(folder, 'data') })
  try {
    const words = server.links().map(({ who }) => who.split(',')[0])
    for (const role of [
      'Chargé de mission',
      'Porteur',
      'Direction',
      'Référent qualité',
      'Déclarant',
    ]) {
      expect(words).toContain(role)
    }
    expect(words.at(-1)).toBe('Téléphone de service')
    const officer = server.links().find(({ who }) => who.startsWith('Chargé de mission'))
    const response = await fetch(`${server.url}/v1/enrol`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: officer?.link.split('#')[1], label: 'Tablette' }),
    })
    expect(await response.json()).toMatchObject({ person: { role: 'officer' } })
  } finally {
    expect(await server.stop()).toBe(0)
  }
})

test('an empty server prints its set-up code, and its data are found again', async () => {
  const dataDir = join(folder, 'data')
  const first = await startServer({ dataDir, empty: true })
  expect(first.output()).toMatch(/\/installation#[0-9A-Z]{10}/)
  expect(first.links()).toEqual([])
  expect(await first.stop()).toBe(0)
  const second = await startServer({ dataDir, empty: true })
  const status = await (await fetch(`${second.url}/v1/status`)).json()
  expect(status).toMatchObject({ needsSetup: true })
  expect(await second.stop()).toBe(0)
})

test('a port in use is one sentence', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  try {
    const ended = await runServer({ dataDir: folder, port, empty: true })
    expectOneSentence(ended, new RegExp(`port ${port} est déjà utilisé`))
  } finally {
    other.close()
  }
})

test.each([
  ['that is a file', (file: string) => file],
  ['below a file', (file: string) => join(file, 'data')],
])('a data folder %s cannot be written, in one sentence', async (_, dataDirOf) => {
  const file = join(folder, 'not-a-folder')
  await writeFile(file, '')
  const ended = await runServer({ dataDir: dataDirOf(file), empty: true })
  expectOneSentence(ended, /ne peut pas être écrit/)
})

test.each([
  ['that is not a database', (bytes: Buffer) => Buffer.alloc(bytes.length, 'escale')],
  [
    'with a page overwritten',
    (bytes: Buffer) =>
      Buffer.concat([bytes.subarray(0, 4_096), Buffer.alloc(bytes.length - 4_096, 0xa5)]),
  ],
])('a data file %s is one sentence, and it is left as it was', async (_, damage) => {
  const path = join(folder, 'escale.sqlite')
  await (await openKyselyStore(path)).close()
  const damaged = damage(await readFile(path))
  await writeFile(path, damaged)
  expectOneSentence(await runServer({ dataDir: folder, empty: true }), /abîmé/)
  expect((await readFile(path)).equals(damaged)).toBe(true)
})

test('a second server on the same data folder is one sentence', async () => {
  const store = await openKyselyStore(join(folder, 'escale.sqlite'))
  try {
    expectOneSentence(await runServer({ dataDir: folder, empty: true }), /utilise déjà/)
  } finally {
    await store.close()
  }
})

test('Ctrl+C stops within a second, whatever the callers are doing', async () => {
  const server = await startServer({ dataDir: folder, empty: true })
  // One keeps its connection for later, the other is half-way through a body that never ends.
  const idle = connect(server.port, '127.0.0.1')
  const slow = connect(server.port, '127.0.0.1')
  idle.write('GET /v1/health HTTP/1.1\r\nhost: localhost\r\n\r\n')
  await once(idle, 'data')
  slow.on('error', () => undefined) // the cut looked for
  slow.write('POST /v1/setup HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n')
  slow.write('content-length: 100\r\n\r\n{')
  await wait(100)
  const before = performance.now()
  expect(await server.stop()).toBe(0)
  expect(performance.now() - before).toBeLessThan(1_000)
  idle.destroy()
  slow.destroy()
})

test('a port that is no number is one sentence', async () => {
  expectOneSentence(await runServer({ dataDir: folder, port: 99_999, empty: true }), /99999/)
})
