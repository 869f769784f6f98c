import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const BUNDLES = join(ROOT, 'dist-server')
const READY = /Escale est prête\s:\s(http:\S+)/

export interface ServerOptions {
  readonly dataDir: string
  /** A free one when absent. */
  readonly port?: number
  readonly empty?: boolean
  /** The PostgreSQL to keep the data in; a file of the folder when absent. */
  readonly databaseUrl?: string | undefined
  /** What to run: a bundle made for this process unless told (`bundledServer`). */
  readonly entry?: string
  /** What it runs under: the command before `node` on its line, which ends by replacing itself with it. */
  readonly under?: readonly string[]
}

export interface RunningServer {
  readonly url: string
  readonly port: number
  /** All that was printed so far. */
  output(): string
  /** The table of the start: who, and the link that opens it once. */
  links(): readonly { readonly who: string; readonly link: string }[]
  /** As a person does with Ctrl+C; gives the exit code. */
  stop(): Promise<number | null>
  /** As a power cut does: `kill -9`, no word of farewell. */
  kill(): Promise<void>
  /** Stops it between two instructions, and lets it go on. */
  freeze(): void
  thaw(): void
}

export interface EndedServer {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

let bundle: Promise<string> | undefined

/**
 * The server as `npm start` runs it, bundled once by test process beside the real one, so that it
 * serves the same `dist`. `removeBundle` clears it; so does the end of the process, and the next
 * test clears after a process that was killed.
 */
export function bundledServer(): Promise<string> {
  bundle ??= makeBundle()
  return bundle
}

async function makeBundle(): Promise<string> {
  await removeOrphans()
  const file = join(BUNDLES, `test-${process.pid}.js`)
  process.once('exit', () => rmSync(file, { force: true }))
  return bundleTo(file)
}

async function removeOrphans(): Promise<void> {
  const files = await readdir(BUNDLES).catch(() => []) // no folder yet: nothing to clear
  for (const file of files) {
    const pid = /^test-(\d+)\.js$/.exec(file)?.[1]
    if (pid && !isRunning(Number(pid))) await rm(join(BUNDLES, file), { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    // The system has no other way to ask than a signal that does nothing.
    return false
  }
}

export async function removeBundle(): Promise<void> {
  if (bundle) await rm(await bundle, { force: true })
  bundle = undefined
}

/** Starts a server of its own and waits until it listens; rejects with its words when it does not. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const child = await spawnServer(options)
  const printed = collect(child)
  const url = await readyUrl(child, printed)
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>
  const finish = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    const [code] = await ended
    return code
  }
  return {
    url,
    port: Number(new URL(url).port),
    output: () => printed.stdout,
    links: () =>
      [...printed.stdout.matchAll(/^ {2}(\S.*?) {2,}(http:\S+#\S+)$/gm)].map(([, who, link]) => ({
        who: who ?? '',
        link: link ?? '',
      })),
    stop: () => finish('SIGTERM'),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    kill: async () => {
      await finish('SIGKILL')
    },
  }
}

/** Starts a server without waiting that it listens: to cut it while it starts. */
export async function startingServer(options: ServerOptions): Promise<Pick<RunningServer, 'kill'>> {
  const child = await spawnServer(options)
  const ended = once(child, 'exit')
  return {
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Runs a server that is expected not to start, to its end. */
export async function runServer(options: ServerOptions): Promise<EndedServer> {
  const child = await spawnServer(options)
  const printed = collect(child)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, ...printed }
}

async function spawnServer({
  dataDir,
  port = 0,
  empty,
  databaseUrl,
  entry,
  under = [],
}: ServerOptions) {
  const node = [process.execPath, entry ?? (await bundledServer()), ...(empty ? ['--empty'] : [])]
  const [command = '', ...args] = [...under, ...node]
  const child = spawn(command, args, {
    cwd: ROOT,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl ?? '',
      HOST: '127.0.0.1',
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // A test that fails half-way does not leave its server behind.
  const killOnExit = () => child.kill('SIGKILL')
  process.once('exit', killOnExit)
  child.once('exit', () => process.off('exit', killOnExit))
  return child
}

function collect(child: ChildProcess): { stdout: string; stderr: string } {
  const printed = { stdout: '', stderr: '' }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    printed.stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    printed.stderr += text
  })
  return printed
}

function readyUrl(child: ChildProcess, printed: { stdout: string; stderr: string }) {
  return new Promise<string>((resolve, reject) => {
    const look = () => {
      const url = READY.exec(printed.stdout)?.[1]
      if (url) resolve(url)
    }
    child.stdout?.on('data', look)
    child.once('exit', (code) =>
      reject(new Error(`The server ended with ${code}: ${printed.stderr}${printed.stdout}`)),
    )
  })
}

async function bundleTo(outfile: string): Promise<string> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['sync-server/main.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    outfile,
    logLevel: 'silent',
  })
  return outfile
}
