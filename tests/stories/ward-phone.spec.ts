import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type BrowserContext,
  chromium,
  expect,
  type Locator,
  type Page,
  test,
} from '@playwright/test'
import { createWorld, SCREENS, type StoryWorld, waitForOffline } from '../support/story-world.ts'

/*
 * The ward phone as a person who never saw it holds it: 360 px wide, the poster's code scanned, no
 * network, one thumb. Then as a curious hand holds it: screens, storage, and the bytes of the profile.
 */
test.describe.configure({ mode: 'serial' })

const MOST_TAPS = 12
/** A hundred at the release (`DECLARATIONS=100`); enough here to fill every store of the browser. */
const DECLARATIONS = Number(process.env.DECLARATIONS ?? 12)
const planted: string[] = []

let world: StoryWorld
let profile: string
let context: BrowserContext
let page: Page
let code = ''

test.beforeAll(async () => {
  world = await createWorld()
  profile = mkdtempSync(join(tmpdir(), 'escale-phone-'))
  context = await openPhone()
  page = await context.newPage()
  await page.goto(world.linkOf(/Téléphone de service/))
  await expect(page.getByRole('heading', { name: /Quelqu’un est en danger/ })).toBeVisible()
  await waitForOffline(page)
})

test.afterAll(async () => {
  await context?.close()
  await world?.close()
  rmSync(profile, { recursive: true, force: true })
})

/** A profile on the disk, as a phone has one, with the flags of every story. */
function openPhone(): Promise<BrowserContext> {
  const { launchOptions } = test.info().project.use
  return chromium.launchPersistentContext(profile, {
    ...launchOptions,
    viewport: SCREENS.phone,
    hasTouch: true,
    locale: 'fr-FR',
    timezoneId: 'America/Guadeloupe',
  })
}

/** A thumb that counts. */
function createThumb() {
  let taps = 0
  return {
    async tap(target: Locator) {
      taps += 1
      expect(taps, 'taps from the QR to the receipt').toBeLessThanOrEqual(MOST_TAPS)
      await target.tap()
    },
    taps: () => taps,
  }
}

const button = (name: RegExp) => page.getByRole('button', { name })
const choice = (name: RegExp) => page.locator('label', { hasText: name })

test('from the QR to the receipt: at most twelve taps, not a key, no network', async () => {
  await world.stopServer()
  await page.goto('about:blank')
  await page.goto(world.linkOf(/Téléphone de service/))
  const { tap, taps } = createThumb()
  await page.evaluate(() => {
    window.addEventListener('keydown', () =>
      document.documentElement.setAttribute('data-typed', ''),
    )
  })
  await tap(button(/Non, je déclare/))
  await expect(page.getByRole('listitem').filter({ has: page.getByRole('button') })).toHaveCount(9)
  await tap(button(/^Chute$/))
  await tap(choice(/Des soins en plus/))
  await tap(button(/Continuer/))
  await tap(button(/Sol mouillé/))
  await tap(button(/Soins donnés/))
  await tap(button(/Continuer/))
  await tap(choice(/^Personne/))
  await tap(button(/Envoyer/))
  await expect(page.getByText(/Gardé sur ce téléphone/)).toBeVisible()
  const area = page.getByRole('region', { name: 'Votre code pour lire la réponse' })
  code = ((await area.textContent()) ?? '').replace(/\D/g, '')
  expect(code).toMatch(/^\d{16}$/)
  expect(await page.locator('[data-typed]').count()).toBe(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  test
    .info()
    .annotations.push({ type: 'taps from the QR to the receipt', description: `${taps()}` })
  await button(/J’ai noté mon code/).tap()
})

test('a photo and a sentence survive a crash, sealed, and go in the envelope', async () => {
  await button(/Non, je déclare/).tap()
  await button(/^Chute$/).tap()
  await choice(/C’est grave/).tap()
  await button(/Continuer/).tap()
  planted.push('PHRASE-DU-BROUILLON')
  await page.getByRole('textbox').fill('PHRASE-DU-BROUILLON')
  await page.locator('input[type=file]').setInputFiles({
    name: 'lit.png',
    mimeType: 'image/png',
    buffer: await page.screenshot(),
  })
  await expect(page.getByRole('img', { name: 'Votre photo' })).toBeVisible()
  await expect
    .poll(async () =>
      page.evaluate(() => navigator.storage.estimate().then(({ usage }) => usage ?? 0)),
    )
    .toBeGreaterThan(0)
  await page.close({ runBeforeUnload: false })
  page = await context.newPage()
  await page.goto(world.linkOf(/Téléphone de service/))
  await button(/Reprendre/).tap()
  await expect(page.getByRole('textbox')).toHaveValue('PHRASE-DU-BROUILLON')
  await expect(page.getByRole('img', { name: 'Votre photo' })).toBeVisible()
  await button(/Continuer/).tap()
  await choice(/^Personne/).tap()
  await button(/Envoyer/).tap()
  await button(/J’ai noté mon code/).tap()
  await expect(page.getByText(/2 enveloppes fermées attendent le réseau/)).toBeVisible()
})

test(`after ${DECLARATIONS} declarations nothing of them is readable, on the screens or the disk`, async () => {
  for (let index = 2; index < DECLARATIONS; index += 1) {
    const words = `PLANTE-${index}-${crypto.randomUUID()}`
    const name = `NOM-${index}-${crypto.randomUUID()}`
    planted.push(words, name)
    await button(/Non, je déclare/).click()
    await button(/^Médicament$/).click()
    await choice(/Une gêne/).click()
    await button(/Continuer/).click()
    await page.getByRole('textbox').fill(words)
    await button(/Continuer/).click()
    await choice(/Le référent seul/).click()
    await page.getByRole('textbox', { name: /Votre nom/ }).fill(name)
    await button(/Envoyer/).click()
    await button(/J’ai noté mon code/).click()
  }
  await expect(page.getByText(new RegExp(`${DECLARATIONS} enveloppes fermées`))).toBeVisible()
  for (const back of [0, 1, 2]) {
    await page.goBack().catch(() => null)
    const shown = (await page.locator('body').textContent()) ?? ''
    for (const words of [...planted, code])
      expect(shown, `after ${back} steps back`).not.toContain(words)
  }
  await context.close()
  const found = filesBelow(profile).flatMap((file) => {
    const bytes = readFileSync(file)
    return [...planted, code]
      .filter((words) => bytes.includes(words) || bytes.includes(Buffer.from(words, 'utf16le')))
      .map((words) => `${words} in ${file.slice(profile.length)}`)
  })
  expect(found).toEqual([])
})

test('with the network back, the code reads the state and takes more facts', async () => {
  test.setTimeout(240_000 + DECLARATIONS * 6_000)
  await world.startServer()
  context = await openPhone()
  page = await context.newPage()
  await page.goto(world.linkOf(/Téléphone de service/))
  await expect(page.getByText(/attend(ent)? le réseau/)).toHaveCount(0, {
    timeout: 60_000 + DECLARATIONS * 5_000, // the server takes thirty a minute from one wall
  })
  await button(/J’ai un code/).tap()
  await page.getByRole('textbox').fill(code)
  await button(/^Lire$/).tap()
  await expect(page.getByText('Reçue. Personne ne l’a encore triée.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Ajouter des faits' }).fill('Le sol a séché.')
  await button(/^Envoyer$/).tap()
  await expect(page.getByText('Reçu par le serveur. Le texte est effacé d’ici.')).toBeVisible()
  await button(/^Lire$/).tap()
  await expect(page.getByText(/Le sol a séché/)).toBeVisible()
})

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => {
      const found = statSync(file, { throwIfNoEntry: false })
      return found?.isFile() === true
    })
}
