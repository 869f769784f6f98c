import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from '../support/server-process.ts'
import { enrol, openDevice } from '../support/story-world.ts'

/* An empty server becomes a dispositif: two homes, the porteur here, the officer on a tablet. */
let server: RunningServer
let dataDir = ''

test.beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'escale-first-run-'))
  server = await startServer({ dataDir, empty: true })
})

test.afterAll(async () => {
  await server?.stop()
  if (dataDir) rmSync(dataDir, { recursive: true, force: true })
})

test('the assistant makes two homes, opens the porteur, and the code opens the officer’s tablet', async ({
  browser,
}) => {
  const office = await openDevice(browser, 'office')
  const page = office.page
  await page.goto(server.url)
  await expect(page.getByRole('heading', { name: 'Première installation' })).toBeVisible()
  // The address alone is not enough: the code is in the terminal, and nowhere else.
  await expect(page.getByLabel('Code d’installation')).toHaveValue('')
  await page.goto(setupLink(server))
  await expect(page.getByLabel('Code d’installation')).not.toHaveValue('')

  await page.getByLabel('Nom du dispositif').fill('Escale des Trois-Rivières')
  await page.getByLabel('Porteur : nom et prénom').fill('Rosan Belleval')
  await page.getByLabel('Chargé de mission qualité : nom et prénom').fill('Nadia Ferlande')
  await fillHome(page, 0, 'Les Acomats', 'Alamanda\nBalisier')
  await page.getByRole('button', { name: 'Ajouter un établissement' }).click()
  await fillHome(page, 1, 'Bel-Étang', 'Unité du lac')
  await page.getByRole('button', { name: 'Créer le dispositif' }).click()

  await expect(page.getByRole('heading', { name: /Trois-Rivières est prêt/ })).toBeVisible()
  await expect(page.getByText('2 établissements sont enregistrés sur le serveur.')).toBeVisible()
  const link = await page.getByText(`${server.url}/rejoindre#`).innerText()
  await page.getByRole('button', { name: 'Ouvrir Escale' }).click()
  await expect(page.getByRole('heading', { name: 'Où en sommes-nous ?' })).toBeVisible()
  await page.goto(`${server.url}/equipe`)
  await expect(page.getByRole('main')).toContainText('Nadia Ferlande')
  await page.goto(`${server.url}/affiches`)
  for (const unit of ['Alamanda', 'Balisier', 'Unité du lac']) {
    await expect(page.getByRole('main')).toContainText(unit)
  }

  const tablet = await openDevice(browser, 'tablet')
  await enrol(tablet.page, link.trim())
  await tablet.page.goto(`${server.url}/depart`)
  await expect(tablet.page.getByText('Tout est sur cet appareil.')).toBeVisible()
  for (const home of ['Les Acomats', 'Bel-Étang']) {
    await expect(tablet.page.getByRole('main').getByText(home).first()).toBeVisible()
  }
  // The assistant opens once: whoever comes now needs a code from the porteur.
  const stranger = await openDevice(browser, 'phone')
  await stranger.page.goto(`${server.url}/`)
  await expect(stranger.page.getByRole('heading', { name: /Rejoindre/ })).toBeVisible()
  for (const device of [office, tablet, stranger]) {
    expect(device.faults).toEqual([])
    await device.context.close()
  }
})

async function fillHome(page: Page, index: number, name: string, units: string): Promise<void> {
  await page.getByLabel('Nom de l’établissement').nth(index).fill(name)
  await page.getByLabel('Commune').nth(index).fill('Trois-Rivières')
  await page
    .getByLabel(/^Places/)
    .nth(index)
    .fill('40')
  await page.getByLabel('Unités ou services').nth(index).fill(units)
}

function setupLink(running: RunningServer): string {
  const [link] = /http:\S+\/installation#\S+/.exec(running.output()) ?? []
  if (!link) throw new Error(`No setup link among: ${running.output()}`)
  return link
}
