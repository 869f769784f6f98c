import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { build } from 'esbuild'
import { findBrowser } from '#tests/run/find-browser.ts'
import type { TabPage } from './tab-page.ts'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
]
const PAGES = '/faults/'
const MAX_STARTS = 3
/** What tells the next start that the profile is in use, or where the one before listened. */
const LEFT_BY_A_KILL = ['DevToolsActivePort', 'SingletonLock', 'SingletonSocket', 'SingletonCookie']

/** A real Chromium on a profile folder of its own, which can be killed and started again on it. */
export interface RealBrowser {
  readonly name: string
  openTab(origin: string): Promise<RealTab>
  /** SIGKILL to all its processes at once: no word of farewell to any page. */
  kill(): Promise<void>
  /** Starts again on what the disk holds. */
  start(): Promise<void>
  /** Kills it and forgets its folder. */
  close(): Promise<void>
}

export interface RealTab {
  readonly page: Page
  call<K extends keyof TabPage>(
    name: K,
    ...given: Parameters<TabPage[K]>
  ): Promise<Awaited<ReturnType<TabPage[K]>>>
  /** Stops the page at its next statement, in the middle of whatever it does, until it is thawed. */
  freeze(): Promise<void>
  thaw(): Promise<void>
}

let scripts: Promise<ReadonlyMap<string, string>> | undefined

export async function startRealBrowser(): Promise<RealBrowser> {
  const found = await findBrowser()
  if (!found) throw new Error('No Chromium was found: give its path in CHROME_PATH')
  const folder = await mkdtemp(join(tmpdir(), 'escale-browser-'))
  scripts ??= bundlePage()
  const files = await scripts
  let process_: ChildProcess | undefined
  let context: BrowserContext | undefined

  /** A start on a loaded machine may hang before anything of ours runs: it is made again. */
  async function start(): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await startOnce()
      } catch (error) {
        if (tries === MAX_STARTS) throw error
        await kill()
      }
    }
  }

  async function startOnce(): Promise<void> {
    for (const left of LEFT_BY_A_KILL) await rm(join(folder, left), { force: true })
    process_ = spawn(found?.executablePath ?? '', [...FLAGS, `--user-data-dir=${folder}`], {
      env: { ...process.env, ...found?.env } as NodeJS.ProcessEnv,
      stdio: 'ignore',
      detached: true,
    })
    const browser = await chromium.connectOverCDP(await addressOf(process_, folder))
    context = browser.contexts()[0]
    await context?.route(
      (url) => url.pathname.startsWith(PAGES),
      (route) => {
        const name = basename(new URL(route.request().url()).pathname)
        const body = files.get(name)
        const type = name.endsWith('.js') ? 'text/javascript' : 'text/html'
        return route.fulfill({
          contentType: type,
          body: body ?? '<!doctype html><script type="module" src="/faults/tab-page.js"></script>',
        })
      },
    )
  }

  async function kill(): Promise<void> {
    if (process_?.pid === undefined || process_.exitCode !== null || process_.signalCode) return
    const ended = once(process_, 'exit')
    process.kill(-process_.pid, 'SIGKILL')
    await ended
    await groupGone(process_.pid)
  }

  await start()
  return {
    name: context?.browser()?.version() ?? 'Chromium',
    async openTab(origin) {
      if (!context) throw new Error('The browser is not there')
      return tabOf(await context.newPage(), origin)
    },
    kill,
    start,
    async close() {
      await kill()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function tabOf(page: Page, origin: string): Promise<RealTab> {
  await page.goto(`${origin}${PAGES}index.html`)
  await page.waitForFunction('globalThis.isReady')
  const session = await page.context().newCDPSession(page)
  return {
    page,
    call: (name, ...given) =>
      page.evaluate(
        ([method, args]) =>
          // The page's own functions, of the shapes `TabPage` tells.
          (globalThis as unknown as { callTab: (...all: unknown[]) => never }).callTab(
            method,
            args,
          ),
        [name, given] as [string, unknown[]],
      ) as never,
    // Chromium freezes no visible page, whatever it is told; a debugger stops it at its next statement.
    async freeze() {
      await session.send('Debugger.enable')
      await session.send('Debugger.pause')
    },
    thaw: async () => void (await session.send('Debugger.disable')),
  }
}

/**
 * The process that keeps the disk may outlive the first one for a moment: two of them on one profile
 * would damage what the fault looks at. On a machine that reaps late, five seconds are enough.
 */
async function groupGone(group: number): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    try {
      process.kill(-group, 0)
    } catch {
      return
    }
    await wait(10)
  }
}

/** The browser writes the port it listens on in its own folder. */
async function addressOf(browser: ChildProcess, folder: string): Promise<string> {
  for (;;) {
    const [port] = (await readFile(join(folder, 'DevToolsActivePort'), 'utf8').catch(() => '')) // not yet
      .split('\n')
    if (port) return `http://127.0.0.1:${port}`
    if (browser.exitCode !== null) throw new Error(`The browser ended with ${browser.exitCode}`)
    await wait(20)
  }
}

async function bundlePage(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'tab-page.ts')],
    outdir: '/',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  })
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]))
}
