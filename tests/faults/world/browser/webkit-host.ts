import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { type BrowserProcess, spawnBrowser } from './browser-process.ts'
import { startPatiently } from './real-browser.ts'

/** Debian: python3-gi, gir1.2-webkit2-4.1, xvfb. The system's own Python holds the bindings. */
const PYTHON = '/usr/bin/python3'
const XVFB = '/usr/bin/Xvfb'
const HOST = join(import.meta.dirname, 'webkit-host.py')
const TABLET = { width: 820, height: 1180 }

/** What `webkit-host.py` answers to an order, or tells by itself. */
interface Message {
  readonly id?: number
  readonly value?: string
  readonly error?: string
  readonly tab?: number
  readonly told?: string
  readonly fault?: string
  readonly ready?: true
}

export interface WebkitPage {
  /** Ends once the page is loaded; fails when it cannot be. */
  load(url: string): Promise<void>
  /** Runs the body of an async function in the page and gives back the text it returns. */
  run(body: string): Promise<string>
  /** Each text that the page gives to `webkit.messageHandlers.told.postMessage`. */
  onTold(told: (text: string) => void): void
  /** Uncaught errors seen so far, and processes of the page that ended. */
  readonly faults: readonly string[]
  close(): Promise<void>
}

/** The system's WebKitGTK on a folder of its own, which can be killed and started again on it. */
export interface WebkitHost {
  /** Group of all its processes. */
  group(): number
  newPage(): Promise<WebkitPage>
  /** SIGKILL to all its processes at once. */
  kill(): Promise<void>
  start(): Promise<void>
  /** Kills it and forgets its folder. */
  close(): Promise<void>
}

interface Tab {
  readonly faults: string[]
  told(text: string): void
}

/** @param screen Pixels of each window. @throws Error when Python, its bindings or Xvfb are missing. */
export async function startWebkit(screen = TABLET): Promise<WebkitHost> {
  const folder = await mkdtemp(join(tmpdir(), 'escale-webkit-'))
  const display = await startDisplay()
  const tabs = new Map<number, Tab>()
  const waiting = new Map<number, (message: Message) => void>()
  let running: BrowserProcess | undefined
  let last = 0

  async function startOnce(): Promise<void> {
    const args = [HOST, folder]
    const size = [screen.width, screen.height].map(String)
    const env = {
      DISPLAY: display.name,
      GDK_BACKEND: 'x11',
      GSETTINGS_BACKEND: 'memory',
      NO_AT_BRIDGE: '1',
    }
    const started = spawnBrowser(PYTHON, [...args, ...size], env, true)
    running = started
    await new Promise<void>((resolve, reject) => {
      started.child.once('exit', (code) => {
        for (const answer of waiting.values()) answer({ error: 'closed' })
        waiting.clear()
        tabs.clear()
        reject(new Error(`WebKit ended with ${code}: ${said.join('\n')}`))
      })
      const said: string[] = []
      started.child.stderr?.on('data', (words) => said.push(String(words)))
      hear(started.child, ({ id, tab, told, fault, ready, ...answer }) => {
        if (ready) resolve()
        if (tab !== undefined && told !== undefined) tabs.get(tab)?.told(told)
        if (tab !== undefined && fault !== undefined) tabs.get(tab)?.faults.push(fault)
        if (id === undefined) return
        waiting.get(id)?.(answer)
        waiting.delete(id)
      })
    })
  }

  function order(what: object): Promise<string> {
    return new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, ({ value = '', error }) =>
        error ? reject(new Error(error)) : resolve(value),
      )
      running?.child.stdin?.write(`${JSON.stringify({ id, ...what })}\n`)
    })
  }

  const kill = async () => running?.kill()
  const start = () => startPatiently(startOnce, kill)
  async function close(): Promise<void> {
    await kill()
    display.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    await start()
  } catch (error) {
    await close()
    throw error
  }
  return {
    group: () => running?.child.pid ?? 0,
    async newPage() {
      const tab = ++last
      const heard: Tab = { faults: [], told: () => {} }
      tabs.set(tab, heard)
      await order({ do: 'open', tab })
      return {
        faults: heard.faults,
        load: async (url) => void (await order({ do: 'load', tab, url })),
        run: (body) => order({ do: 'run', tab, body }),
        onTold(told) {
          heard.told = told
        },
        close: async () => void (await order({ do: 'close', tab })),
      }
    },
    kill,
    start,
    close,
  }
}

/** Version of the WebKit a campaign runs on, for its table. */
export function nameOfWebkit(): string {
  const { stdout } = spawnSync(PYTHON, [HOST, '--version'], { encoding: 'utf8' })
  return stdout?.trim() || 'no WebKit'
}

function hear({ stdout }: ChildProcess, told: (message: Message) => void): void {
  if (!stdout) return
  createInterface({ input: stdout }).on('line', (line) => told(JSON.parse(line)))
}

/** A display that nobody looks at, which outlives the kills of what it shows. */
async function startDisplay(): Promise<{ readonly name: string; stop(): void }> {
  const flags = ['-displayfd', '3', '-screen', '0', '1920x1400x24', '-nolisten', 'tcp']
  const server = spawn(XVFB, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const failed = once(server, 'error').then(([error]) => Promise.reject(error))
  const [number] = await Promise.race([once(server.stdio[3] as Readable, 'data'), failed])
  return { name: `:${String(number).trim()}`, stop: () => void server.kill('SIGKILL') }
}
