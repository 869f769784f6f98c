import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test'
import { declarePath, paths } from '../../src/paths.ts'
import { createWorld, enrol, type StoryWorld, waitForOffline } from '../support/story-world.ts'

/*
 * One visit, then no server: every address of the app opens, in a page never seen before and in a
 * browser started cold. Nothing is ever asked of another origin.
 */
test.describe.configure({ mode: 'serial' })
test.use({ trace: 'off' })

let world: StoryWorld
let profile = ''
let context: BrowserContext
const elsewhere: string[] = []
/** One record of each kind, read from the screens that list them. */
const found: Record<string, string> = {}

test.beforeAll(async () => {
  world = await createWorld()
  profile = mkdtempSync(join(tmpdir(), 'escale-profile-'))
  context = await openBrowser()
})

test.afterAll(async () => {
  await context?.close()
  await world?.close()
  if (profile) rmSync(profile, { recursive: true, force: true })
})

test('one visit with the server up', async () => {
  const page = await context.newPage()
  await page.goto(world.linkOf(/Téléphone de service/))
  await expect(page.getByRole('heading', { name: /Quelqu’un est en danger/ })).toBeVisible()
  await enrol(page, world.linkOf(/Chargé de mission/))
  await waitForOffline(page)
  for (const [kind, list, link] of [
    ['site', paths.departure(), 'a[href^="/etablissements/"]'],
    ['auditResult', paths.audits(), 'a[href^="/audits/"][href$="/resultat"]'],
    ['epp', paths.epps(), 'a[href^="/epp/"]'],
    ['tracer', paths.tracers(), 'a[href^="/traceurs/"]'],
    ['event', paths.events(), 'ul a[href^="/evenements/"]'],
    ['action', paths.actions(), 'a[href^="/actions/"]'],
  ] as const) {
    await page.goto(world.url + list)
    const href = await page.locator('main').locator(link).first().getAttribute('href')
    found[kind] = href?.split(/[/?]/)[2] ?? ''
    expect(found[kind], kind).not.toBe('')
  }
  await page.goto(world.url + paths.audits())
  await page.getByRole('button', { name: 'Commencer l’audit' }).click()
  await page.waitForURL(/\/audits\/.+/)
  found.audit = new URL(page.url()).pathname.split('/')[2] ?? ''
  await page.goto(world.url + paths.grids())
  await page.getByRole('button', { name: 'Nouvelle grille' }).click()
  await page.waitForURL(/\/grilles\/.+/)
  found.grid = new URL(page.url()).pathname.split('/')[2] ?? ''
  found.analysis = found.event ?? ''
  found.auditDouble = found.auditResult ?? ''
  await page.close()
  await world.stopServer()
})

test('every address opens by itself, and so does the ward phone', async () => {
  for (const [name, path] of Object.entries(paths)) {
    await opens(context, path(found[name] ?? ''), name)
  }
  await opens(context, declarePath, 'declarer', /Quelqu’un est en danger/)
  expect(elsewhere).toEqual([])
})

test('a browser closed and started again without network opens on the work', async () => {
  await context.close()
  context = await openBrowser()
  await opens(context, paths.audit(found.audit ?? ''), 'audit', /./)
  await opens(context, paths.home(), 'home')
  await opens(context, declarePath, 'declarer', /Quelqu’un est en danger/)
  expect(elsewhere).toEqual([])
})

test('the manifest makes an app: icons of the size they say, one maskable, two shortcuts', async ({
  page,
}) => {
  await world.startServer()
  await page.goto(world.url)
  const manifest = await page.evaluate(async () => {
    const response = await fetch('/manifest.webmanifest')
    return { type: response.headers.get('content-type'), words: await response.json() }
  })
  expect(manifest.type).toMatch(/manifest\+json|application\/json/)
  const { name, start_url, display, lang, icons, shortcuts } = manifest.words
  expect({ name: name.slice(0, 6), start_url, display, lang }).toEqual({
    name: 'Escale',
    start_url: '/',
    display: 'standalone',
    lang: 'fr',
  })
  const all = [...icons, ...shortcuts.flatMap((shortcut: { icons: unknown[] }) => shortcut.icons)]
  expect(all.length).toBeGreaterThanOrEqual(5)
  for (const { src, sizes } of all) {
    expect(await sizeOfImage(page, src), src).toBe(sizes)
  }
  const sizes = icons.map((icon: { sizes: string }) => icon.sizes)
  expect(sizes).toEqual(expect.arrayContaining(['192x192', '512x512']))
  expect(icons.some((icon: { purpose?: string }) => icon.purpose === 'maskable')).toBe(true)
  expect(shortcuts.map((shortcut: { url: string }) => shortcut.url)).toEqual([
    declarePath,
    paths.resumeAudit(),
  ])
})

/** The same disk each time, as an icon on a home screen finds it. */
async function openBrowser(): Promise<BrowserContext> {
  const { launchOptions } = test.info().project.use
  const opened = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    headless: true,
    locale: 'fr-FR',
    timezoneId: 'America/Guadeloupe',
    viewport: { width: 820, height: 1180 },
  })
  opened.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== world.url) elsewhere.push(request.url())
  })
  return opened
}

/** In a page of its own, closed afterwards: no memory of the one before. */
async function opens(from: BrowserContext, path: string, name: string, heading = /./) {
  const page = await from.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(world.url + path)
  const title = page.getByRole('heading', { level: 1, name: heading })
  await expect(title, name).toBeVisible()
  await expect(title, name).not.toHaveText(/n’existe pas|s’est arrêté|n’est pas sur cet appareil/)
  expect(faults, name).toEqual([])
  await page.close()
}

function sizeOfImage(page: Page, src: string): Promise<string> {
  return page.evaluate(async (address) => {
    const image = await createImageBitmap(await (await fetch(address)).blob())
    return `${image.width}x${image.height}`
  }, src)
}
