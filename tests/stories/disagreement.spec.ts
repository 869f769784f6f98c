import { expect, type Page, test } from '@playwright/test'
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
 * Two people write on the same action with the server stopped. When they meet, both values are there
 * for both, until a person says which. Then the porteur withdraws a home while words
 * wait on a tablet: they are set aside, read, and closed. Each step goes on from the one before.
 */
test.describe.configure({ mode: 'serial' })
test.use({ trace: 'off' })

const TITLE = 'Refaire les étiquettes des piluliers'
const FINDING = 'Deux piluliers sur cinq sont sans photo.'

let world: StoryWorld
let officer: Device
let lead: Device
let porteur: Device
let action = ''
const report: LookReport = []

test.beforeAll(async ({ browser }) => {
  world = await createWorld()
  officer = await openDevice(browser, 'tablet')
  lead = await openDevice(browser, 'tablet')
  porteur = await openDevice(browser, 'office')
})

test.afterAll(async () => {
  for (const device of [officer, lead, porteur]) await device?.context.close()
  await world?.close()
})

test('1. both hold the same action of Les Acomats, and nothing is to review', async () => {
  await enrol(officer.page, world.linkOf(/Chargé de mission/))
  await waitForOffline(officer.page)
  await enrol(lead.page, world.linkOf(/Référent qualité, Joël/))
  await waitForOffline(lead.page)

  const { page } = officer
  await page.goto(`${world.url}/actions`)
  await page.getByRole('button', { name: 'Ajouter une action' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: /^Action/ }).fill(TITLE)
  await sheet
    .getByRole('combobox', { name: /^Établissement/ })
    .selectOption({ label: 'Les Acomats' })
  await sheet.getByRole('button', { name: 'Ajouter au plan' }).click()
  await page.waitForURL(/\/actions\/.+/)
  action = new URL(page.url()).pathname
  await write(page, { finding: FINDING })
  await allSent(page)
  await meet(lead.page)
  await lead.page.goto(`${world.url}${action}`)
  await expect(lead.page.getByLabel('Constat')).toHaveValue(FINDING)
  await lead.page.goto(`${world.url}/a-revoir`)
  await expect(lead.page.getByText(/Aucun désaccord/)).toBeVisible()
  await lookAt(lead.page, 'review-nothing', report)
})

test('2. the server stopped, each writes another day and other words', async () => {
  await world.stopServer()
  for (const { page } of [officer, lead]) await page.goto(`${world.url}${action}`)
  await write(officer.page, { due: '2027-01-15', finding: `${FINDING} Revu avec l’IDE.` })
  await write(lead.page, { due: '2027-02-01', finding: `Unité 2 : ${FINDING}` })
  for (const { page } of [officer, lead]) {
    await expect(page.getByText(/Tout est envoyé/)).toHaveCount(0)
  }
})

test('3. they meet: both are told of the two values, and neither that all is settled', async () => {
  await world.startServer()
  for (const { page } of [officer, lead, officer]) await meet(page)
  for (const { page } of [officer, lead]) {
    await page.goto(`${world.url}/actions`)
    await expect(
      page
        .getByText(/À revoir\s: \d élément/)
        .filter({ visible: true })
        .first(),
    ).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText(/Tout est envoyé/)).toHaveCount(0)
  }
})

test('4. the day is settled in two taps, the words through the proposal', async () => {
  const { page } = officer
  await page.goto(`${world.url}/a-revoir`)
  await page
    .getByRole('button', { name: /^Échéance/ })
    .or(dayAsked(page))
    .first()
    .tap()
  await expect(dayAsked(page)).toBeVisible()
  await lookAt(page, 'review-two-days', report)
  await page.getByRole('radio', { name: /févr?\.\s2027/ }).check({ force: true })
  await page.getByRole('button', { name: /^Garder/ }).tap()

  await expect(page.getByText(/Deux valeurs pour «\sConstat/)).toBeVisible()
  await page.getByRole('radio', { name: /Proposition/ }).check({ force: true })
  await expect(page.getByLabel('Corriger avant de garder')).toHaveValue(
    `Unité 2 : ${FINDING} Revu avec l’IDE.`,
  )
  await lookAt(page, 'review-two-texts', report)
  await page.getByRole('button', { name: 'Garder le texte réuni' }).tap()
  await expect(page.getByText(/Aucun désaccord/)).toBeVisible()
  await allSent(page)
})

test('5. the other shows the same after its round, and only then that all is sent', async () => {
  await meet(lead.page)
  await allSent(lead.page)
  await lead.page.goto(`${world.url}${action}`)
  await expect(lead.page.getByLabel('Échéance')).toHaveValue('2027-02-01')
  await expect(lead.page.getByLabel('Constat')).toHaveValue(`Unité 2 : ${FINDING} Revu avec l’IDE.`)
})

test('6. the porteur takes the home from the lead, whose words wait on a tablet without network', async () => {
  await lead.context.setOffline(true)
  await write(lead.page, { finding: 'Trois piluliers refaits ce matin.' })
  const { page } = porteur
  await enrol(page, world.linkOf(/Porteur/))
  await page.goto(`${world.url}/equipe`)
  await page.getByText('Dernier contact').first().waitFor()
  await lookAt(page, 'team-devices', report)
  await page.getByRole('button', { name: /^Établissements de .*Joël/ }).click()
  const sheet = page.getByRole('dialog')
  for (const home of await sheet.getByRole('checkbox', { checked: true }).all()) {
    await home.uncheck({ force: true })
  }
  await expect(sheet.getByText(/efface ce qu’il a reçu de/)).toBeVisible()
  await lookAt(page, 'team-homes', report)
  await sheet.getByRole('button', { name: /Enregistrer/ }).click()
  await expect(sheet).toBeHidden()
})

test('7. its words are not lost: they are set aside, read, and closed with a reason', async () => {
  const { page } = lead
  await lead.context.setOffline(false)
  await meet(page)
  await page.goto(`${world.url}/a-revoir`)
  await expect(page.getByText('Trois piluliers refaits ce matin.')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(/Votre rôle ne permet pas d’écrire/)).toBeVisible()
  await expect(page.getByText(/Tout est envoyé/)).toHaveCount(0)
  await lookAt(page, 'review-set-aside', report)
  await page.goto(`${world.url}/envois`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await lookAt(page, 'sync-with-notes', report)
  await page.goto(`${world.url}/a-revoir`)
  await page.getByRole('button', { name: 'Classer sans suite' }).tap()
  await page.getByLabel('Pour quelle raison ?').fill('Dit de vive voix à la direction')
  await page.getByRole('button', { name: 'Classer, le journal garde la raison' }).tap()
  await expect(page.getByText('Trois piluliers refaits ce matin.')).toHaveCount(0)
})

test('8. a tablet whose access is withdrawn receives nothing more and lets go of what it held', async () => {
  const { page } = porteur
  await page.goto(`${world.url}/equipe`)
  await page
    .getByRole('listitem')
    .filter({ hasText: /Joël/ })
    .getByRole('button', { name: /^Retirer l’accès/ })
    .click()
  const dialog = page.getByRole('alertdialog')
  await lookAt(page, 'team-revoke', report)
  await dialog.getByRole('button', { name: 'Retirer l’accès' }).click()
  await expect(page.getByText('Accès retiré')).toBeVisible()
  await meet(lead.page)
  await lead.page.goto(`${world.url}/envois`)
  await expect(lead.page.getByText(/n’a plus accès/).first()).toBeVisible({
    timeout: 60_000,
  })
  await lookAt(lead.page, 'sync-revoked', report)
  for (const { faults } of [officer, lead, porteur]) expect(faults).toEqual([])
  expect(report).toHaveLength(9)
})

/** The fields of the action on the screen, each left as a person leaves it. */
async function write(page: Page, { due, finding }: { due?: string; finding: string }) {
  if (due) await page.getByLabel('Échéance').fill(due)
  await page.getByLabel('Constat').fill(finding)
  await page.getByLabel('Constat').blur()
  await expect(page.getByText(/Enregistré à/)).toBeVisible()
}

/** What the browser says when the network comes back. */
async function meet(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
}

/** Read from the plan: at a tablet's width, an action shows its own state in place of the shell's. */
async function allSent(page: Page): Promise<void> {
  await page.goto(`${world.url}/actions`)
  await expect(
    page
      .getByText(/Tout est envoyé/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible({ timeout: 60_000 })
}

function dayAsked(page: Page) {
  return page.getByText(/Deux valeurs pour «\sÉchéance/)
}
