import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { bundledServer, type RunningServer, startServer } from '../support/server-process.ts'
import { type Device, enrol, openDevice, waitForOffline } from '../support/story-world.ts'

/*
 * A new version is published on the server while people work. It is offered, never imposed: not
 * while a comment is being typed, not before a person says so.
 */
test.describe.configure({ mode: 'serial' })

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const OFFER = 'Une nouvelle version est prête.'
const ACCEPT = 'Installer la nouvelle version'

let folder = ''
let server: RunningServer
let tablet: Device

test.beforeAll(async ({ browser }) => {
  // The real server serves the `dist` beside the folder of its own file: here, a copy that may change.
  folder = mkdtempSync(join(tmpdir(), 'escale-update-'))
  cpSync(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true })
  mkdirSync(join(folder, 'dist-server'))
  const entry = join(folder, 'dist-server', 'main.js')
  cpSync(await bundledServer(), entry)
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  server = await startServer({ dataDir: join(folder, 'data'), entry })
  tablet = await openDevice(browser, 'tablet')
  const [officer] = server.links().filter(({ who }) => who.startsWith('Chargé de mission'))
  await enrol(tablet.page, officer?.link ?? '')
  await waitForOffline(tablet.page)
  // From the second load on, the page belongs to the worker.
  await tablet.page.goto(`${server.url}/audits`)
  await tablet.page.getByRole('button', { name: 'Commencer l’audit' }).click()
  await expect(tablet.page.getByRole('radiogroup')).toBeVisible()
  await expect(tablet.page.getByText(OFFER)).toHaveCount(0)
  await mark(tablet.page)
})

test.afterAll(async () => {
  await tablet?.context.close()
  await server?.stop()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

test('while a comment is being typed, the new version waits and offers no button', async () => {
  const { page } = tablet
  await page.getByRole('button', { name: 'Écrire' }).tap()
  const comment = page.getByRole('textbox', { name: /Commentaire du critère/ })
  await comment.pressSequentially('La fiche manque')
  publishNewVersion()
  await lookForUpdate(page)
  await expect(page.getByText(OFFER)).toBeVisible()
  await expect(page.getByText(/Elle attend la fin de la saisie/)).toBeVisible()
  await expect(page.getByRole('button', { name: ACCEPT })).toHaveCount(0)
  await comment.pressSequentially(' au bureau')
  // Longer than the three seconds after which an accepted update reloads by itself.
  await page.waitForTimeout(4_000)
  expect(await isMarked(page)).toBe(true)
  await expect(comment).toHaveValue('La fiche manque au bureau')
})

test('the field left, the audit in hand still holds it; left too, it waits to be accepted', async () => {
  const { page } = tablet
  await page.getByRole('textbox', { name: /Commentaire du critère/ }).blur()
  await expect(page.getByText(/Enregistré à/)).toBeVisible()
  await expect(page.getByRole('button', { name: ACCEPT })).toHaveCount(0)
  await page.getByRole('link', { name: 'Pause' }).tap()
  await expect(page.getByRole('button', { name: ACCEPT })).toBeVisible()
  await page.waitForTimeout(4_000)
  expect(await isMarked(page)).toBe(true)
  expect(await versionShown(page)).toBe(undefined)
})

test('accepted, the page is the new version and the comment is there', async () => {
  const { page } = tablet
  await page.getByRole('button', { name: ACCEPT }).tap()
  await expect.poll(() => versionShown(page).catch(() => undefined)).toBe('new')
  expect(await isMarked(page)).toBe(false)
  await expect(page.getByText(OFFER)).toHaveCount(0)
  await server.stop()
  await tablet.reopen('/audits/reprendre')
  await expect(tablet.page.getByText('La fiche manque au bureau')).toBeVisible()
  expect(await versionShown(tablet.page)).toBe('new')
  expect(tablet.faults).toEqual([])
})

/** Another build of the app: its page says so, and its worker lists that page under another revision. */
function publishNewVersion(): void {
  const dist = join(folder, 'dist')
  const page = join(dist, 'index.html')
  writeFileSync(page, readFileSync(page, 'utf8').replace('<html', '<html data-version="new"'))
  const worker = join(dist, 'sw.js')
  const words = readFileSync(worker, 'utf8')
  const listed = /"revision":"[0-9a-f]{32}","url":"index.html"/
  if (!listed.test(words)) throw new Error('index.html is not in the worker’s list')
  writeFileSync(worker, words.replace(listed, `"revision":"${'0'.repeat(32)}","url":"index.html"`))
}

/** What the app does each time it comes back on screen. */
async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
}

/** A mark that a reload wipes away. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { seenByStory: true }))
}

function isMarked(page: Page): Promise<boolean> {
  return page.evaluate(() => 'seenByStory' in window)
}

function versionShown(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.documentElement.dataset.version)
}
