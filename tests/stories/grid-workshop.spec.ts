import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { readPdf } from '../reports/read-pdf.ts'
import { type LookReport, lookAt } from '../support/look-at-screen.ts'
import {
  createWorld,
  type Device,
  enrol,
  openDevice,
  type StoryWorld,
  waitForOffline,
} from '../support/story-world.ts'

/*
 * The grid workshop, as it is lived: a grid written on the tablet, read in ten files at two homes with
 * no network, read again six months later at both, each gain handed over on paper. The clock of
 * the tablet begins six months ago and is moved forward: the server keeps its own.
 */
test.describe.configure({ mode: 'serial' })
test.use({ trace: 'off' })

const TITLE = 'Repérage de la douleur'
const CRITERIA = [
  'La douleur est évaluée à l’entrée',
  'L’échelle employée est notée',
  'L’effet du traitement est réévalué',
]
const FILES = 10
/** Files where the first criterion is met, at each round, and Newcombe's 95 % interval of the gain. */
const HOMES = [
  {
    home: 'Les Acomats',
    first: 2,
    second: 8,
    gain: '60 (de 16,2 à 80,3)',
    reading: 'Progrès démontré',
  },
  {
    home: 'Morne-Doré',
    first: 6,
    second: 9,
    gain: '30 (de −8,2 à 59,9)',
    reading: 'L’écart peut encore être dû au hasard',
  },
] as const
const SIX_MONTHS_MS = 182 * 86_400_000

let world: StoryWorld
let tablet: Device
const report: LookReport = []

test.beforeAll(async ({ browser }) => {
  world = await createWorld()
  tablet = await openDevice(browser, 'tablet')
  await enrol(tablet.page, world.linkOf(/Chargé de mission/))
  await waitForOffline(tablet.page)
  await tablet.context.clock.install({ time: Date.now() - SIX_MONTHS_MS })
})

test.afterAll(async () => {
  await tablet?.context.close()
  await world?.close()
})

test('1. the officer writes a grid of three criteria, tries it and publishes it', async () => {
  const page = await tablet.reopen('/grilles')
  await page.getByRole('button', { name: 'Nouvelle grille' }).click()
  await write(page, 'Titre de la grille', TITLE)
  await page.getByLabel('Méthode').selectOption({ label: 'EPP' })
  await page.getByRole('spinbutton', { name: /^Objectif/ }).fill('80')
  await write(page, /D’où vient le contenu/, 'Protocole interne, 2026')
  for (const words of CRITERIA) {
    await page.getByRole('button', { name: /^Ajouter une question dans/ }).click()
    const sheet = page.getByRole('dialog')
    await write(sheet, 'Texte de la question', words)
    await sheet.getByLabel('Type de réponse').selectOption('yes-no-na')
    await sheet.getByRole('button', { name: 'Terminé' }).click()
    await expect(page.getByRole('button', { name: new RegExp(words) })).toBeVisible()
  }
  await expect(page.getByText('Rien à corriger.')).toBeVisible()
  await page.getByRole('button', { name: 'Publier la version 1' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Publier la version 1' }).click()
  await expect(sheet.getByText(/La version 1 est publiée/)).toBeVisible()
  await sheet.getByRole('button', { name: 'Terminé' }).click()
})

test('2. with no network, ten files are read at two homes, one tap a criterion', async () => {
  await world.stopServer()
  for (const { home, first } of HOMES) {
    await readFiles(home, first)
    await expect(tablet.page.getByText(`${first} sur 10`).first()).toBeVisible()
  }
})

for (const { home, first, second, gain, reading } of HOMES) {
  test(`3. six months later ${home} is read again, its gain has its interval, its report is handed over`, async () => {
    await tablet.context.clock.setSystemTime(new Date())
    const page = await readFiles(home, second)
    await expect(page.getByText(/2e tour/).first()).toBeVisible()
    const gains = page.getByRole('table', { name: 'Écart entre les deux tours' })
    const row = gains.getByRole('row', { name: new RegExp(CRITERIA[0] ?? '') })
    for (const words of [`${first} sur 10`, `${second} sur 10`, gain, reading]) {
      await expect(row).toContainText(words)
    }
    await lookAt(page, `epp-gain-${first}`, report)
    const text = await downloadedPdf(page, /^Rapport PDF/)
    for (const words of [TITLE, home, 'second tour', 'Échantillon : 10 dossiers', gain, reading]) {
      expect(text).toContain(words)
    }
    expect(text).toContain(`tour précédent, ${monthOf(Date.now() - SIX_MONTHS_MS)}`)
    expect(text).toMatch(/version 1/)
    expect(text).toMatch(/Page 1 sur \d/)
  })
}

test('4. the network back, everything leaves, and the director of the home reads the same gain', async ({
  browser,
}) => {
  await world.startServer()
  const page = await tablet.reopen('/')
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(page.getByText(/Tout est envoyé, confirmé à/)).toBeVisible({ timeout: 90_000 })
  expect(tablet.faults).toEqual([])

  const office = await openDevice(browser, 'office')
  await enrol(office.page, world.linkOf(/Direction.*Les Acomats/))
  await expect(office.page.getByText(/Tout est envoyé/)).toBeVisible({ timeout: 60_000 })
  await office.page.goto(new URL('/epp', world.url).href)
  await office.page
    .getByRole('link', { name: new RegExp(TITLE) })
    .first()
    .click()
  await expect(office.page.getByText('60 (de 16,2 à 80,3)')).toBeVisible()
  expect(office.faults).toEqual([])
  await office.context.close()
})

/** Words typed in a field that keeps each keystroke, then left so that they are the grid's. */
async function write(
  where: Pick<Page, 'getByLabel'>,
  label: string | RegExp,
  words: string,
): Promise<void> {
  const field = where.getByLabel(label)
  await field.fill(words)
  await field.blur()
}

/** A whole round at a home: the first criterion met in `met` files, the others in all. */
async function readFiles(home: string, met: number): Promise<Page> {
  const page = await tablet.reopen('/epp')
  await page.getByLabel('Établissement').selectOption({ label: home })
  await page.getByRole('radio', { name: new RegExp(TITLE) }).check({ force: true })
  await page.getByRole('button', { name: 'Commencer le tour' }).click()
  for (let file = 1; file <= FILES; file += 1) {
    for (let at = 1; at <= CRITERIA.length; at += 1) {
      await expect(
        page.getByText(`Dossier ${file}, critère ${at} sur ${CRITERIA.length}`),
      ).toBeVisible()
      const word = at === 1 && file > met ? 'Non' : 'Oui'
      await page.getByRole('radiogroup').first().getByText(word, { exact: true }).tap()
    }
  }
  await expect(page.getByText('Tous les dossiers sont lus.')).toBeVisible()
  await page.getByRole('button', { name: 'Terminer le tour' }).click()
  await expect(page.getByRole('heading', { name: 'Résultat du tour' })).toBeVisible()
  return page
}

/** « mai 2026 », on the wall of the homes. */
function monthOf(ms: number): string {
  return new Intl.DateTimeFormat('fr-FR', {
    month: 'long',
    year: 'numeric',
    timeZone: 'America/Guadeloupe',
  }).format(ms)
}

async function downloadedPdf(page: Page, button: string | RegExp): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const file = await (await download).path()
  const { text } = await readPdf(new Blob([readFileSync(file)]))
  return text
}
