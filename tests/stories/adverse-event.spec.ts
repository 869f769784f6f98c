import { expect, type Page, test } from '@playwright/test'
import { everythingOnDisk } from '../support/device-disk.ts'
import { downloadedPdf } from '../support/downloaded-pdf.ts'
import {
  createWorld,
  type Device,
  enrol,
  openDevice,
  type StoryWorld,
  waitForOffline,
} from '../support/story-world.ts'

/*
 * One event, from the ward phone to the lesson shared: a caregiver, the quality lead of the home, its
 * director, the porteur. The server is really stopped while it is declared, and while it is treated.
 */
test.describe.configure({ mode: 'serial' })
test.use({ trace: 'off' })

const FACTS = 'Chute près de la douche, le sol n’était pas sec.'
const QUESTION = 'Le panneau « sol mouillé » était-il posé ?'
const REPLY = 'Non, il était resté dans le local.'
const ANSWER = 'Un panneau est maintenant fixé à chaque douche.'
const CHANGED = 'Un panneau à chaque douche.'
const DECISION = 'Fixer un panneau dans chaque salle d’eau'
const LESSON = 'Le matériel d’alerte sert quand il est à portée de main.'
/** People of the home: no document names them. */
const NAMES = /Joël|Marival|Line|Desravins|Nadia|Ferlande/

let world: StoryWorld
let phone: Device
let lead: Device
let director: Device
let receipt = ''
let address = ''

test.beforeAll(async ({ browser }) => {
  world = await createWorld()
  phone = await openDevice(browser, 'phone')
  lead = await openDevice(browser, 'tablet')
  director = await openDevice(browser, 'office')
})

test.afterAll(async () => {
  for (const device of [phone, lead, director]) await device?.context.close()
  await world?.close()
})

test('1. each has opened the app once; then the server stops', async () => {
  await phone.page.goto(world.linkOf(/Téléphone de service, Les Acomats/))
  await expect(phone.page.getByRole('heading', { name: /Quelqu’un est en danger/ })).toBeVisible()
  await waitForOffline(phone.page)
  await enrol(lead.page, world.linkOf(/Référent qualité, Joël/))
  await waitForOffline(lead.page)
  await enrol(director.page, world.linkOf(/Direction.*Les Acomats/))
  await waitForOffline(director.page)
  await world.stopServer()
})

test('2. a caregiver declares a fall on the ward phone, without network', async () => {
  const page = await phone.reopen()
  await page.getByRole('button', { name: /Non, je déclare/ }).tap()
  await page.getByRole('button', { name: /^Chute$/ }).tap()
  await page.locator('label', { hasText: /C’est grave/ }).tap()
  await page.getByRole('button', { name: /Continuer/ }).tap()
  await page.getByRole('textbox').fill(FACTS)
  await page.getByRole('button', { name: /Continuer/ }).tap()
  await page.locator('label', { hasText: /^Personne/ }).tap()
  await page.getByRole('button', { name: /Envoyer/ }).tap()
  await expect(page.getByText(/Gardé sur ce téléphone/)).toBeVisible()
  const words = await page.getByRole('region', { name: /Votre code/ }).innerText()
  receipt = words.replace(/\D/g, '')
  expect(receipt).toMatch(/^\d{16}$/)
  await page.getByRole('button', { name: /J’ai noté mon code/ }).tap()
})

test('3. the server is back for a moment: the event reaches the tablet of the quality lead', async () => {
  await world.startServer()
  await phone.page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(phone.page.getByText(/enveloppe fermée attend/)).toHaveCount(0, { timeout: 60_000 })
  const page = await lead.reopen('/evenements')
  address = await eventWith(page, FACTS)
  await world.stopServer()
})

test('4. offline: gravity, the questions of the router, the clocks, and the proof of a call', async () => {
  const { page } = lead
  await page.goto(address)
  await page.getByRole('radio', { name: /^gravité 4, fréquence 2,/ }).check({ force: true })
  await expect(page.getByText(/fixée au tri\s:\s4/)).toBeVisible()
  await pick(page, 'Un déficit qui risque de durer')
  await pickIn(page, /lié à un soin/, 'Oui')
  await pickIn(page, /inattendu/, 'Oui')
  const channels = page.getByRole('region', { name: 'Qui prévenir, avant quand' })
  await expect(channels).toContainText(/Sans délai|Reste|Retard/)
  await page.getByRole('button', { name: 'Garder le tri' }).click()
  await channels
    .getByRole('button', { name: /^Noter l’envoi/ })
    .first()
    .click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel(/Par \(fonction\)/).fill('Directrice')
  await sheet.getByLabel(/Numéro ou référence/).fill('A-1204')
  await sheet.getByRole('button', { name: 'Garder cette preuve' }).click()
  await expect(channels).toContainText(/Fait le .*\d\d/)
  await expect(channels).toContainText('n° A-1204')

  const notice = await downloadedPdf(page, 'Document : EIGS, première partie')
  expect(notice).toContain('Les Acomats')
  expect(notice).not.toMatch(NAMES)
})

test('5. offline: the analysis, from the chronology to the decisions, and its minutes', async () => {
  const { page } = lead
  await page.getByRole('button', { name: 'Préparer l’analyse' }).click()
  await expect(page.getByRole('heading', { name: 'Analyse : Chute' })).toBeVisible()
  await write(page, 'Pourquoi cet événement', 'Trois chutes au même endroit.')
  await add(page, 'Participants, par fonction', 'Fonction', 'Infirmière')
  await add(page, 'Chronologie', 'Ce qui s’est passé', 'Toilette terminée, sol encore humide')
  await add(page, 'Écarts', 'Ce qui n’était pas comme prévu', 'Le panneau est resté au local')
  await add(page, 'Causes, par groupe ALARM', 'Cause ou facteur', 'Local fermé à clé la nuit')
  await write(page, 'Pourquoi ? (1)', 'Le sol était humide')
  await write(page, 'Pourquoi ? (2)', 'Le panneau n’était pas là')
  await add(page, 'Barrières', 'Barrière', 'Barre d’appui')
  await add(page, 'Décisions', 'Décision', DECISION)
  await page.getByRole('button', { name: 'Inscrire au PACQ' }).click()
  await expect(page.getByRole('link', { name: 'Action au PACQ' })).toBeVisible()
  await write(page, 'Titre', 'Un panneau à portée de main')
  await write(page, 'Ce que l’on retient', LESSON)
  await page.getByRole('button', { name: 'Clore la séance' }).click()

  const minutes = await downloadedPdf(page, 'Compte rendu PDF')
  for (const words of ['Infirmière', 'Local fermé à clé la nuit', DECISION]) {
    expect(minutes).toContain(words)
  }
  expect(minutes).not.toMatch(NAMES)
  await page.getByRole('button', { name: 'Partager la leçon' }).click()
  const lesson = await downloadedPdf(page, 'Fiche leçon PDF')
  expect(lesson).toContain(LESSON)
  expect(lesson).not.toMatch(NAMES)
  expect(lesson).not.toContain(FACTS)
})

test('6. offline: a question to whoever declared; nothing is said sent', async () => {
  const { page } = lead
  await page.getByRole('link', { name: 'L’événement' }).click()
  await page.getByLabel(/Poser une question à l’auteur/).fill(QUESTION)
  await page.getByRole('button', { name: 'Poser la question' }).click()
  await expect(page.getByText('En attente de réponse')).toBeVisible()
  await expect(page.getByText(/Tout est envoyé/)).toHaveCount(0)
  await world.startServer()
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await page.goto(`${world.url}/`)
  await expect(page.getByText(/Tout est envoyé, confirmé à/).first()).toBeVisible({
    timeout: 60_000,
  })
})

test('7. the author, known by nothing but a code, reads where it stands and answers', async () => {
  const page = await phone.reopen()
  await openReceipt(page)
  await expect(page.getByText('En cours d’analyse.')).toBeVisible()
  await expect(page.getByText(QUESTION)).toBeVisible()
  await page.getByRole('textbox', { name: 'Votre réponse' }).fill(REPLY)
  const dialogue = page.getByRole('region', { name: 'Questions et ajouts' })
  await dialogue.getByRole('button', { name: 'Envoyer' }).tap()
  await expect(page.getByText(/Reçu par le serveur/)).toBeVisible({ timeout: 30_000 })
})

test('8. the quality lead reads the reply, answers, says what changed, and closes', async () => {
  const { page } = lead
  await page.goto(address)
  await expect(page.getByText(REPLY)).toBeVisible({ timeout: 60_000 })
  await page.getByLabel('Votre réponse', { exact: true }).fill(ANSWER)
  await page.getByRole('button', { name: 'Répondre au déclarant' }).click()
  await page.getByLabel(/En une phrase, sans nom/).fill(CHANGED)
  await page.getByRole('button', { name: 'Garder', exact: true }).click()
  await page.getByRole('button', { name: 'Clore l’événement' }).click()
  await expect(page.getByRole('region', { name: 'Prochaine étape' })).toHaveCount(0)
  await page.goto(`${world.url}/`)
  await expect(page.getByText(/Tout est envoyé, confirmé à/).first()).toBeVisible({
    timeout: 60_000,
  })
})

test('9. the director reads it whole, with its clocks and its lesson; the author reads what was done', async () => {
  const { page } = director
  await page.goto(address)
  const channels = page.getByRole('region', { name: 'Qui prévenir, avant quand' })
  await expect(channels).toContainText('n° A-1204', { timeout: 60_000 })
  await expect(page.getByText('leçon partagée')).toBeVisible()
  await expect(page.getByText(ANSWER)).toBeVisible()
  await page.getByRole('link', { name: 'Ouvrir l’analyse' }).click()
  await expect(page.getByText(LESSON)).toBeVisible()

  const ward = await phone.reopen()
  await openReceipt(ward)
  await expect(ward.getByText('Close.')).toBeVisible()
  await expect(ward.getByText(ANSWER)).toBeVisible()
  await expect(ward.getByText(CHANGED)).toBeVisible()
})

test('10. the porteur counts it, and not a word of it reaches that device', async ({ browser }) => {
  const porteur = await openDevice(browser, 'office')
  await enrol(porteur.page, world.linkOf(/Porteur/))
  await expect(porteur.page.getByRole('main')).toContainText(/événements? ouverts?/, {
    timeout: 60_000,
  })
  const disk = await everythingOnDisk(porteur.page)
  expect(disk).toContain(new URL(address).pathname.split('/').at(-1))
  for (const words of [FACTS, QUESTION, REPLY, ANSWER, DECISION, LESSON]) {
    expect(disk).not.toContain(words)
  }
  await porteur.context.close()
  for (const device of [phone, lead, director]) expect(device.faults).toEqual([])
})

/** The address of the event that tells these facts, among those to be triaged. */
async function eventWith(page: Page, facts: string): Promise<string> {
  const links = page.getByRole('main').getByRole('link', { name: /Chute/ })
  await expect(async () => {
    for (const link of await links.all()) {
      await link.click()
      if (await page.getByText(facts).count()) return
    }
    throw new Error('Not here yet')
  }).toPass({ timeout: 60_000 })
  return page.url()
}

async function pick(page: Page, word: string): Promise<void> {
  await page.getByText(word, { exact: true }).first().click()
}

/** One choice of the question so worded. */
async function pickIn(page: Page, question: RegExp, word: string): Promise<void> {
  const group = page.getByRole('group', { name: question })
  await group.getByText(word, { exact: true }).click()
}

async function write(page: Page, label: string, words: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true })
  await field.fill(words)
  await field.blur()
}

async function add(page: Page, list: string, label: string, words: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(words)
  await page.getByRole('button', { name: `Ajouter : ${list}` }).click()
  await expect(page.getByRole('list', { name: list })).toContainText(words)
}

async function openReceipt(page: Page): Promise<void> {
  await page.getByRole('button', { name: /J’ai un code/ }).tap()
  await page.getByLabel('Votre code de 16 chiffres').fill(receipt)
  await page.getByRole('button', { name: 'Lire', exact: true }).tap()
}
