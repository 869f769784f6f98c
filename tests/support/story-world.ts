import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { type RunningServer, startServer } from './server-process.ts'

/**
 * The world of a story: one server that can really be stopped and started on the same port and
 * data, and the devices of its people, each a browser of its own.
 */
export interface StoryWorld {
  /** Address of the app, the same whether the server is up or down. */
  readonly url: string
  /** The single-use link, or the wall's QR, printed for whoever matches. */
  linkOf(who: RegExp): string
  stopServer(): Promise<void>
  killServer(): Promise<void>
  startServer(): Promise<void>
  close(): Promise<void>
}

export async function createWorld({ empty = false } = {}): Promise<StoryWorld> {
  const dataDir = mkdtempSync(join(tmpdir(), 'escale-story-'))
  let server: RunningServer | undefined = await startServer({ dataDir, empty })
  const { port, url } = server
  const links = server.links()
  return {
    url,
    linkOf(who) {
      const found = links.find((entry) => who.test(entry.who))
      if (!found) throw new Error(`No link for ${who} among ${links.map((entry) => entry.who)}`)
      return found.link
    },
    async stopServer() {
      await server?.stop()
      server = undefined
    },
    async killServer() {
      await server?.kill()
      server = undefined
    },
    async startServer() {
      server = await startServer({ dataDir, port, empty })
    },
    async close() {
      await server?.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export const SCREENS = {
  phone: { width: 360, height: 740 },
  tablet: { width: 820, height: 1180 },
  office: { width: 1280, height: 800 },
} as const

/** A device: storage of its own, and every fault its pages report. */
export interface Device {
  readonly context: BrowserContext
  readonly page: Page
  /** Uncaught errors and refused policies seen so far; a story ends with none. */
  readonly faults: readonly string[]
  /** Closes the tab without a word to it and opens another at the same address. */
  reopen(path?: string): Promise<Page>
}

export async function openDevice(
  browser: Browser,
  screen: keyof typeof SCREENS,
): Promise<Device & { page: Page }> {
  const context = await browser.newContext({
    viewport: SCREENS[screen],
    hasTouch: screen !== 'office',
    locale: 'fr-FR',
    timezoneId: 'America/Guadeloupe',
    acceptDownloads: true,
  })
  const faults: string[] = []
  context.on('weberror', (error) => faults.push(error.error().message))
  context.on('console', (message) => {
    // A stopped server is part of every story: refused connections are not faults.
    const text = message.text()
    if (
      message.type() === 'error' &&
      !/ERR_CONNECTION|Failed to load resource|Failed to fetch/.test(text)
    ) {
      faults.push(text)
    }
  })
  const device = {
    context,
    page: await context.newPage(),
    faults,
    async reopen(path?: string) {
      const address = path ? new URL(path, device.page.url()).href : device.page.url()
      await device.page.close({ runBeforeUnload: false })
      device.page = await context.newPage()
      await device.page.goto(address)
      return device.page
    },
  }
  return device
}

/** Enrols a device with the link printed for a person, as one does by tapping it. */
export async function enrol(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('button', { name: 'Ouvrir cet appareil' }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForURL((address) => !address.pathname.startsWith('/rejoindre'))
}

/** Waits until the service worker holds every file: from then on the server may go. */
export async function waitForOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
}
