/* A real Chromium with one page by side, and what crossed its network. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test'
import { findBrowser } from '#tests/run/find-browser.ts'
import type { Bench } from './bench-page.ts'

const SETTLE_MS = 150
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
  /** Bytes of bodies since the last call, as they crossed, both ways; and of answers' headers. */
  crossed(): Promise<{ bodies: number; headers: number }>
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
      const network = await countBytes(await context.newCDPSession(page))
      await page.goto(`${address}/`)
      await page.waitForFunction('globalThis.isReady')
      return { call: callOn(page), crossed: network }
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

async function countBytes(session: CDPSession): Promise<SidePage['crossed']> {
  let bodies = 0
  let headers = 0
  const headersOf = new Map<string, number>()
  await session.send('Network.enable')
  session.on('Network.requestWillBeSent', ({ request }) => {
    const { pathname, search } = new URL(request.url)
    if (pathname.startsWith('/assets')) return
    bodies += Buffer.byteLength(request.postData ?? '') + search.length
  })
  session.on('Network.responseReceived', ({ requestId, response }) => {
    headersOf.set(requestId, response.encodedDataLength)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const ofHeaders = headersOf.get(requestId) ?? 0
    headersOf.delete(requestId)
    headers += ofHeaders
    bodies += encodedDataLength - ofHeaders
  })
  return async () => {
    // The last count of a request comes a moment after its answer.
    await wait(SETTLE_MS)
    const counted = { bodies, headers }
    bodies = 0
    headers = 0
    return counted
  }
}
