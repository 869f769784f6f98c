/* A real Chromium with one page by side. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { findBrowser } from '#tests/run/find-browser.ts'
import type { Bench } from './bench-page.ts'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface BenchBrowser {
  readonly name: string
  openSide(address: string): Promise<SidePage>
  /** Opens the app anew and gives the ms from the address typed to the first list. */
  coldStart(address: string): Promise<number>
  close(): Promise<void>
}

export interface SidePage {
  call<K extends keyof Bench>(
    name: K,
    ...args: Parameters<Bench[K]>
  ): Promise<Awaited<ReturnType<Bench[K]>>>
}

/** Starts the browser on a profile of its own: only such a profile has a disk behind it. */
export async function openBrowser(): Promise<BenchBrowser> {
  const browser = await findBrowser()
  if (!browser) throw new Error('No Chromium was found: give its path in CHROME_PATH')
  const profile = await mkdtemp(join(tmpdir(), 'escale-bench-profile-'))
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: browser.executablePath,
    env: { ...process.env, ...browser.env } as Record<string, string>,
    headless: true,
    bypassCSP: true,
    args: FLAGS,
  })
  const version = context.browser()?.version()
  return {
    name: `Chromium ${version ?? ''}`.trim(),
    async openSide(address) {
      const page = await context.newPage()
      page.on('pageerror', (error) => console.error(`page: ${error.message}`))
      await page.goto(`${address}/`)
      await page.waitForFunction('globalThis.isReady')
      return { call: callOn(page) }
    },
    async coldStart(address) {
      const page = await context.newPage()
      await page.goto(`${address}/#cold`)
      await page.waitForFunction('globalThis.coldMs')
      const ms = await page.evaluate('globalThis.coldMs')
      await page.close()
      return Number(ms)
    },
    async close() {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}

function callOn(page: Page): SidePage['call'] {
  return (name, ...args) =>
    page.evaluate(
      ([method, given]) =>
        // The page's own functions, of the shapes `Bench` tells.
        (globalThis as unknown as { bench: Record<string, (...all: unknown[]) => never> }).bench[
          method
        ]?.(...given),
      [name, args] as [string, unknown[]],
    ) as never
}
