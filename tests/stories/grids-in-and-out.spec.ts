import { readFileSync } from 'node:fs'
import { type Download, expect, type Page, test } from '@playwright/test'
import { readCsv } from '#interchange/answers/french-csv.ts'
import { writeWorkbook } from '#interchange/workbook/write-workbook.ts'
import { HAS_FILE } from '../interchange/has-file.ts'
import { xlsformMeaning } from '../interchange/independent-xlsform.ts'
import { plainSheets } from '../interchange/independent-xlsx.ts'
import { sampleSheets } from '../interchange/read-sample.ts'
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
 * What people already have comes in, what they made goes out, the server stopped from the first step to
 * the last: a Kobo form with its losses, a HAS file with its ratings, a grid on paper.
 */
test.describe.configure({ mode: 'serial' })
test.use({ trace: 'off' })

/** Answers of another system to the grid G01. */
const RESPONSE = {
  resourceType: 'QuestionnaireResponse',
  status: 'completed',
  questionnaire: 'urn:escale:form:audit-medication|1',
  authored: '2026-02-03',
  item: ['A1', 'A2'].map((linkId) => ({ linkId, answer: [{ valueCoding: { code: 'no' } }] })),
}

let world: StoryWorld
let tablet: Device
const report: LookReport = []

test.beforeAll(async ({ browser }) => {
  world = await createWorld()
  tablet = await openDevice(browser, 'tablet')
  await enrol(tablet.page, world.linkOf(/Chargé de mission/))
  await waitForOffline(tablet.page)
  await world.stopServer()
})

test.afterAll(async () => {
  await tablet?.context.close()
  await world?.close()
})

test('1. a form of Kobo is read with no network, its losses told, and leaves as it came', async () => {
  const page = await tablet.reopen('/grilles')
  await page.getByRole('link', { name: 'Importer' }).click()
  await expect(page.getByRole('heading', { name: 'Importer une grille' })).toBeVisible()
  await lookAt(page, 'grid-import', report)

  await choose(page, 'photo.xlsx', Buffer.from('not a workbook'))
  await expect(page.getByText('Aucune grille dans photo.xlsx')).toBeVisible()
  await lookAt(page, 'grid-import-nothing', report)

  await choose(page, 'reponses.json', Buffer.from(JSON.stringify(RESPONSE)))
  await expect(page.getByText('2 réponses, du 3 févr. 2026')).toBeVisible()
  await lookAt(page, 'response-import', report)
  await page.getByRole('button', { name: 'Autre fichier' }).click()

  await choose(page, 'enquete.xlsx', await workbook(sampleSheets('with-errors.csv')))
  await expect(page.getByText('feuille survey, ligne 7, colonne type')).toBeVisible()
  await lookAt(page, 'grid-import-losses', report)
  await page.getByRole('button', { name: 'Autre fichier' }).click()

  await choose(page, 'menage.xlsx', await workbook(sampleSheets('household.csv')))
  await page.getByRole('button', { name: 'Garder comme brouillon' }).click()
  await expect(page.getByRole('button', { name: /^Publier la version 1/ })).toBeVisible()
  await page.getByRole('button', { name: 'Exporter' }).click()
  await lookAt(page, 'grid-export', report)
  const back = plainSheets(readFileSync(await (await take(page, 'XLSForm')).path()))
  const { questions } = xlsformMeaning(sampleSheets('household.csv'))
  expect(xlsformMeaning(back).questions).toEqual(questions)
})

test('2. the user’s HAS file is filled in with the ratings it brought, and given back in its columns', async () => {
  const page = await tablet.reopen('/grilles/importer')
  await choose(page, 'synae.xlsx', await workbook([{ name: 'Grille', rows: HAS_FILE }]))
  await expect(page.getByText('Le fichier apporte 3 cotations.')).toBeVisible()
  await lookAt(page, 'has-import', report)
  await page.getByRole('button', { name: 'Publier et commencer l’auto-évaluation' }).click()
  await expect(page.getByText('3 sur 4')).toBeVisible()
  await page.getByRole('radiogroup').getByText('Plutôt oui').click()
  await page
    .getByRole('button', { name: /^Terminer/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: /^Résultat/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: /officielle/ })).toHaveCount(0)
  await lookAt(page, 'has-result', report)
  await page.getByRole('button', { name: 'Exporter' }).click()
  await lookAt(page, 'answers-export', report)
  const [sheet] = plainSheets(readFileSync(await (await take(page, 'Fichier de la HAS')).path()))
  expect(sheet?.rows[2]).toEqual(HAS_FILE[2])
  expect(sheet?.rows.slice(4).map((row) => row[8])).toEqual(['3', 'NC', '*', '3'])
})

test('3. a grid is printed, filled in with a pen, typed in under its day, and leaves for Excel', async () => {
  const page = await tablet.reopen('/audits')
  const printed = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Grille vierge à imprimer' }).click()
  const pdf = readFileSync(await (await printed).path())
  expect((await readPdf(new Blob([pdf]))).text).toContain('Grille à remplir au stylo')

  await page.getByLabel('Saisir une grille remplie sur papier').check()
  await page.getByLabel(/^Date écrite sur le papier/).fill('2026-01-15')
  await page.getByLabel('Remplie par').fill('IDE coordinatrice')
  await lookAt(page, 'paper-begin', report)
  await page.getByRole('button', { name: 'Commencer l’audit' }).click()
  await expect(page.getByText(/^Saisi d’après le papier du 15 janv\. 2026/)).toBeVisible()
  await lookAt(page, 'paper-entry', report)
  await page.keyboard.press('1')
  await expect(page.getByText('1 sur 22')).toBeVisible()
  await page.keyboard.press('3')
  await expect(page.getByText('2 sur 22')).toBeVisible()

  await page.goto(`${world.url}/audits`)
  await page.getByRole('button', { name: 'Exporter' }).click()
  const csv = readFileSync(await (await take(page, 'CSV')).path(), 'utf8')
  expect(readCsv(csv).length).toBeGreaterThan(1)
  expect(csv.startsWith('\uFEFFÉtablissement;Tour;Date;')).toBe(true)
  expect(report).toHaveLength(10)
  expect(tablet.faults).toEqual([])
})

async function workbook(sheets: Parameters<typeof writeWorkbook>[0]): Promise<Buffer> {
  return Buffer.from(await (await writeWorkbook(sheets)).arrayBuffer())
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
}

async function take(page: Page, format: string): Promise<Download> {
  const sheet = page.getByRole('dialog', { name: 'Exporter' })
  await sheet.getByRole('radio', { name: new RegExp(`^${format}`) }).check({ force: true })
  const coming = page.waitForEvent('download')
  await sheet.getByRole('button', { name: 'Télécharger le fichier' }).click()
  return coming
}
