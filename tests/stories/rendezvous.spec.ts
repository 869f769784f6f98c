import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Download, expect, type Page, test } from '@playwright/test'
import config from '../../playwright.config.ts'
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
 * Where there is no network: tablet A never reaches the server again, its file goes through tablet B,
 * and the server's word comes back by file. Then a ward phone passes its sealed envelope to B's camera,
 * which sees what the phone's screen showed. Each step goes on from the one before.
 */
test.describe.configure({ mode: 'serial' })

const folder = mkdtempSync(join(tmpdir(), 'escale-camera-'))
const film = join(folder, 'phone.mjpeg')
const launch = config.use?.launchOptions
test.use({
  trace: 'off',
  launchOptions: {
    ...launch,
    args: [
      ...(launch?.args ?? []),
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  },
})

let world: StoryWorld
let a: Device
let b: Device
let phone: Device
let toServer: string
let receipt: string
const report: LookReport = []

test.beforeAll(async ({ browser }) => {
  world = await createWorld()
  a = await openDevice(browser, 'tablet')
  b = await openDevice(browser, 'tablet')
  phone = await openDevice(browser, 'phone')
})

test.afterAll(async () => {
  for (const device of [a, b, phone]) await device?.context.close()
  await world?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('1. A learns its key at its first round, then loses the network for good', async () => {
  await enrol(a.page, world.linkOf(/Chargé de mission/))
  await a.page.getByRole('link', { name: 'Détail' }).click()
  await expect(a.page.getByText('Tout est sur cet appareil.')).toBeVisible()
  await waitForOffline(a.page)
  await enrol(b.page, world.linkOf(/Référent qualité, Maryse/))
  await waitForOffline(b.page)
  await phone.page.goto(world.linkOf(/Téléphone de service/))
  await expect(phone.page.getByRole('heading', { name: /Quelqu’un est en danger/ })).toBeVisible()
  await waitForOffline(phone.page)

  await a.context.route('**/v1/**', (route) => route.abort())
  await a.reopen('/audits')
  await a.page.getByLabel('Établissement').selectOption({ label: 'Les Acomats' })
  await a.page.getByRole('radio', { name: /Circuit du médicament/ }).check({ force: true })
  await a.page.getByRole('button', { name: 'Commencer l’audit' }).click()
  await expect(a.page.getByText('0 sur 22')).toBeVisible()
  for (const answered of [1, 2, 3]) {
    await a.page.getByRole('radiogroup').first().getByText('Oui', { exact: true }).tap()
    await expect(a.page.getByText(`${answered} sur 22`)).toBeVisible()
  }
})

test('2. A hands its work over as a file, in one tap from its page', async () => {
  await a.reopen('/envois')
  const atOnce = a.page.waitForEvent('download')
  await a.page.getByRole('button', { name: 'Exporter ce qui n’est pas envoyé' }).click()
  await saved(await atOnce, 'dernier-recours.escale')
  await a.page.getByRole('link', { name: 'Ouvrir le rendez-vous' }).click()
  await expect(a.page.getByText(/À remettre\s: \d+ saisies\./)).toBeVisible()
  await lookAt(a.page, 'handover-give', report)
  const download = a.page.waitForEvent('download')
  await a.page.getByRole('button', { name: 'Exporter ce qui n’est pas envoyé' }).click()
  toServer = await saved(await download, 'envois.escale')
  const part = a.page.getByRole('region', { name: 'Remettre mes envois' })
  await expect(part.getByText('Rien n’est effacé ici.')).toBeVisible()
})

test('3. B carries the file, shows it apart, and delivers it at its own round', async () => {
  await b.context.setOffline(true)
  await b.reopen('/rendez-vous')
  await b.page.locator('input[type=file]').setInputFiles(toServer)
  await expect(b.page.getByText(/Fichier gardé\s: \d+ saisies/)).toBeVisible()
  await expect(b.page.getByText(/Envoi porté pour/)).toBeVisible()
  await b.page.locator('input[type=file]').setInputFiles(toServer)
  await expect(b.page.getByText('Ce fichier est déjà porté par cet appareil.')).toBeVisible()
  await lookAt(b.page, 'handover-carried', report)

  const cut = join(folder, 'coupe.escale')
  writeFileSync(cut, 'ESCB et rien de plus')
  await b.page.locator('input[type=file]').setInputFiles(cut)
  await expect(b.page.getByText(/arrivé coupé ou abîmé/)).toBeVisible()

  await b.context.setOffline(false)
  await b.page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(b.page.getByText(/Rapportez-lui ce reçu/)).toBeVisible()
  await lookAt(b.page, 'handover-receipt', report)
  const download = b.page.waitForEvent('download')
  await b.page.getByRole('button', { name: 'Remettre le reçu' }).click()
  receipt = await saved(await download, 'recu.escale')
})

test('4. the receipt comes back to A, which only then says that all is sent', async () => {
  const { page } = a
  await page.goto(`${world.url}/envois`)
  await expect(page.getByText(/attendent le serveur/).first()).toBeVisible()
  await page.goto(`${world.url}/rendez-vous`)
  await page.locator('input[type=file]').setInputFiles(receipt)
  await expect(page.getByText(/Reçu du serveur\s: \d+ saisies confirmées/)).toBeVisible()
  await expect(page.getByText('Rien à remettre')).toBeVisible()
  await page.getByRole('main').locator('input[type=file]').setInputFiles(receipt)
  await expect(page.getByText('Ce reçu ne dit rien de nouveau.')).toBeVisible()
  await page.goto(`${world.url}/envois`)
  await expect(page.getByText('Le serveur a confirmé la réception')).toBeVisible()
})

test('5. a declaration made without network passes from the phone’s screen to B’s camera', async () => {
  await phone.context.setOffline(true)
  const screen = await phone.reopen()
  for (const name of [
    /Non, je déclare/,
    /^Chute/,
    /Des soins en plus/,
    /Continuer/,
    /Continuer/,
    /^Personne/,
    /Envoyer/,
  ]) {
    await screen.getByRole('button', { name }).or(screen.getByText(name)).first().tap()
  }
  await expect(screen.getByText(/Gardé sur ce téléphone/)).toBeVisible()
  await screen.getByRole('button', { name: 'Remettre à la tablette' }).click()
  await expect(screen.getByText(/Code 1 sur \d/)).toBeVisible()
  await lookAt(screen, 'declare-hand-over', report)
  await filmTheCodes(screen)

  const { page } = b
  await page.goto(`${world.url}/rendez-vous/scanner`)
  await expect(page.getByText('Déclaration fermée, gardée ici')).toBeVisible({ timeout: 60_000 })
  await lookAt(page, 'handover-scanned', report)
  await page.getByRole('link', { name: 'Revenir au rendez-vous' }).click()
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(page.getByText(/Le serveur l’a reçue\./)).toBeVisible()
})

test('6. the phone, its network back, sends the same envelope: the event is there once', async () => {
  await phone.context.setOffline(false)
  await phone.page.getByRole('button', { name: 'Retour' }).click()
  await phone.page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(phone.page.getByText('Reçu par le serveur.')).toBeVisible()
  await b.page.goto(`${world.url}/evenements`)
  await expect(b.page.getByText(/Chute/).first()).toBeVisible()
  const all = [...a.faults, ...b.faults, ...phone.faults]
  expect(all.filter((fault) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(fault))).toEqual([])
  expect(report.length).toBe(5)
})

async function saved(download: Download, name: string): Promise<string> {
  expect(download.suggestedFilename()).toMatch(/^escale-.*\.escale$/)
  const path = join(folder, name)
  await download.saveAs(path)
  return path
}

/** What a camera held before the phone would see: each code for a second, as JPEG pictures in a row. */
async function filmTheCodes(screen: Page): Promise<void> {
  await screen.setViewportSize({ width: 640, height: 720 })
  const [, count = '1'] = /sur (\d+)/.exec(await screen.getByText(/Code \d sur/).innerText()) ?? []
  const pictures: Buffer[] = []
  for (let index = 1; index <= Number(count); index += 1) {
    await expect(screen.getByText(/Code \d sur/)).toHaveText(new RegExp(`Code ${index} sur`))
    const picture = await screen.screenshot({ type: 'jpeg', quality: 80 })
    pictures.push(...Array.from({ length: 25 }, () => picture))
    await screen.getByRole('button', { name: 'Code suivant' }).click()
  }
  writeFileSync(film, Buffer.concat(pictures))
}
