import type { ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { findBrowser } from '#tests/run/find-browser.ts'
import { type BrowserProcess, spawnBrowser } from './browser-process.ts'
import { FAULTS_PAGE } from './faults-page.ts'
import { type RealBrowser, type RealTab, startPatiently } from './real-browser.ts'

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
/** What tells the next start that the profile is in use, or where the one before listened. */
const LEFT_BY_A_KILL = ['DevToolsActivePort', 'SingletonLock', 'SingletonSocket', 'SingletonCookie']

interface RealChromium extends RealBrowser {
  newPage(): Promise<Page>
}

/** Chromium, driven by Playwright; a debugger stops its pages at any statement. */
export async function startChromium(): Promise<RealChromium> {
  const found = await findBrowser()
  if (!found) throw new Error('No Chromium was found: give its path in CHROME_PATH')
  const { executablePath, env } = found
  const folder = await mkdtemp(join(tmpdir(), 'escale-browser-'))
  let running: BrowserProcess | undefined
  let context: BrowserContext | undefined

  async function startOnce(): Promise<void> {
    for (const left of LEFT_BY_A_KILL) await rm(join(folder, left), { force: true })
    running = spawnBrowser(executablePath, [...FLAGS, `--user-data-dir=${folder}`], env)
    running.child.stderr?.resume()
    const browser = await chromium.connectOverCDP(await addressOf(running.child, folder))
    context = browser.contexts()[0]
  }

  const kill = async () => running?.kill()
  const start = () => startPatiently(startOnce, kill)
  await start()
  async function newPage(): Promise<Page> {
    if (!context) throw new Error('The browser is not there')
    return context.newPage()
  }
  return {
    newPage,
    openTab: async (origin) => tabOf(await newPage(), origin),
    kill,
    start,
    async close() {
      await kill()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function tabOf(page: Page, origin: string): Promise<RealTab> {
  await page.goto(`${origin}${FAULTS_PAGE}`)
  await page.waitForFunction('globalThis.isReady')
  const session = await page.context().newCDPSession(page)
  return {
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
    hear: async (told) => void (await page.exposeFunction('hear', told)),
    // Chromium freezes no visible page, whatever it is told; a debugger stops it at its next statement.
    async freeze() {
      await session.send('Debugger.enable')
      await session.send('Debugger.pause')
    },
    thaw: async () => void (await session.send('Debugger.disable')),
    close: () => page.close(),
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
