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
 * Two auditors on one grid, with no network: what is left of a section said conform at once, a second
 * reading that shows nothing of the first, and the disagreement settled in one tap.
 */
test.describe.configure({ mode: 'serial' })
test.use({ trace: 'off' })

const CRITERIA = 22

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

test('1. the first auditor finds one fault, and says the rest of each section conform', async () => {
  const page = await tablet.reopen('/audits')
  await page.getByLabel('Établissement').selectOption({ label: 'Les Acomats' })
  await page.getByRole('radio', { name: /Circuit du médicament/ }).check({ force: true })
  await page.getByRole('button', { name: 'Commencer l’audit' }).click()
  await tapAnswer(page, 'Non')
  await expect(page.getByText(`1 sur ${CRITERIA}`)).toBeVisible()
  const rest = page.getByRole('button', { name: /^Le reste de la section/ })
  for (;;) {
    await rest.click()
    await expect(rest).toHaveCount(0)
    if (await page.getByText(`${CRITERIA} sur ${CRITERIA}`).isVisible()) break
    await page.getByRole('button', { name: 'Suivant' }).click()
    await expect(rest).toBeVisible()
  }
})

test('2. the second one rates the same criteria and sees nothing of the first', async () => {
  const { page } = tablet
  await page.getByRole('link', { name: 'Double cotation par un second auditeur' }).click()
  await lookAt(page, 'second-reading', report)
  for (let rated = 0; rated < CRITERIA; rated += 1) {
    await expect(page.getByText(`${rated} sur ${CRITERIA}`)).toBeVisible()
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
    await tapAnswer(page, rated === 0 ? 'En partie' : rated === 1 ? 'Non' : 'Oui')
  }
  await expect(page.getByText(`20 accords sur ${CRITERIA} critères cotés deux fois.`)).toBeVisible()
  await expect(page.getByText(/^Kappa de Cohen/)).toBeVisible()
  await lookAt(page, 'agreement', report)
})

test('3. what both decide counts, and is found again after closing', async () => {
  await tablet.page.getByRole('button', { name: /^Retenir .*En partie/ }).click()
  await expect(tablet.page.getByText('Retenu ensemble : En partie')).toBeVisible()
  const page = await tablet.reopen()
  await expect(page.getByText('Retenu ensemble : En partie')).toBeVisible()
  await expect(page.getByText(/^Kappa de Cohen/)).toBeVisible()
  expect(tablet.faults).toEqual([])
})

async function tapAnswer(page: Page, word: string): Promise<void> {
  await page.getByRole('radiogroup').first().getByText(word, { exact: true }).tap()
}
