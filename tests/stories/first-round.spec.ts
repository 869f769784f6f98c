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
 * The first round, as it is lived: three devices, one server really stopped and really started. Each
 * step goes on from the one before; a failed one stops the story.
 */
test.describe.configure({ mode: 'serial' })

let world: StoryWorld
let tablet: Device
let phone: Device
let office: Device
let receipt = ''

test.beforeAll(async ({ browser }) => {
  world = await createWorld()
  tablet = await openDevice(browser, 'tablet')
  phone = await openDevice(browser, 'phone')
  office = await openDevice(browser, 'office')
})

test.afterAll(async () => {
  for (const device of [tablet, phone, office]) await device?.context.close()
  await world?.close()
})

test('1. the officer prepares the round: the four homes are on the tablet', async () => {
  await enrol(tablet.page, world.linkOf(/Chargé de mission/))
  await tablet.page.getByRole('link', { name: 'Détail' }).click()
  await expect(tablet.page.getByText('Tout est sur cet appareil.')).toBeVisible()
  for (const home of ['Les Acomats', 'Ravine-Claire', 'Bel-Étang', 'Morne-Doré']) {
    await expect(tablet.page.getByRole('main').getByText(home).first()).toBeVisible()
  }
  await waitForOffline(tablet.page)

  await phone.page.goto(world.linkOf(/Téléphone de service/))
  await expect(phone.page.getByRole('heading', { name: /Quelqu’un est en danger/ })).toBeVisible()
  await waitForOffline(phone.page)

  await enrol(office.page, world.linkOf(/Direction.*Les Acomats/))
  await waitForOffline(office.page)
  await world.stopServer()
})

test('2. without network, an audit at home 1: one tap a criterion, found again after closing', async () => {
  const { page } = tablet
  await tablet.reopen('/audits')
  await startHere(tablet.page, 'Les Acomats', 'Circuit du médicament', 'Commencer l’audit')
  await expect(tablet.page.getByText('0 sur 22')).toBeVisible()
  expect(page).not.toBe(tablet.page)

  for (let answered = 1; answered <= 9; answered += 1) {
    await tapAnswer(tablet.page, answered === 3 ? 'Non' : answered === 6 ? 'En partie' : 'Oui')
    await expect(tablet.page.getByText(`${answered} sur 22`)).toBeVisible()
  }
  await expect(
    tablet.page.getByText(/Enregistré à \d\d:\d\d:\d\d sur cette tablette/),
  ).toBeVisible()
  const before = await criterionInHand(tablet.page)
  await tablet.reopen()
  await expect(tablet.page.getByText('9 sur 22')).toBeVisible()
  expect(await criterionInHand(tablet.page)).toBe(before)
})

test('2b. a criterion that fails becomes an action in at most two taps; two photos are kept', async () => {
  const { page } = tablet
  // The tap on « Non » has gone on: the action is one tap away, on the criterion's own line.
  await page
    .getByRole('button', { name: 'Sections' })
    .or(page.getByRole('navigation'))
    .first()
    .waitFor()
  for (const code of await failedCriteria(page)) {
    await openCriterion(page, code)
    await page.getByRole('button', { name: `En faire une action : ${code}` }).tap()
    await expect(page.getByRole('list', { name: 'Action inscrite au PACQ' }).first()).toBeVisible()
  }
  for (const colour of ['#8aa', '#a88']) {
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(await photo(page, colour))
  }
  await expect(page.getByRole('img', { name: /Photo du critère/ })).toHaveCount(2)

  await page.getByRole('button', { name: 'Suivant' }).tap()
  for (let answered = 10; answered <= 22; answered += 1) {
    await tapAnswer(page, answered === 15 ? 'Non applicable' : 'Oui')
    await expect(page.getByText(`${answered} sur 22`)).toBeVisible()
  }
  await page.getByRole('button', { name: 'Terminer l’audit' }).click()
  await expect(page.getByRole('heading', { name: /Résultat/ })).toBeVisible()
})

test('2c. its report is a PDF made here, without network, that reads back', async () => {
  const text = await downloadedPdf(tablet.page, 'Rapport PDF')
  expect(text).toContain('Circuit du médicament')
  expect(text).toContain('Les Acomats')
  expect(text).toMatch(/Page 1 sur \d/)
  expect(text).toContain('Auto-évaluation')
  expect(text).toMatch(/\d+ %/)
})

test('3. at home 2 an EPP of ten files gives each rate with its n and its interval', async () => {
  const page = await tablet.reopen('/epp')
  await startHere(page, 'Morne-Doré', 'Contention', 'Commencer le tour')
  const criteria = 10
  for (let file = 1; file <= 10; file += 1) {
    for (let at = 1; at <= criteria; at += 1) {
      await expect(page.getByText(`Dossier ${file}, critère ${at} sur ${criteria}`)).toBeVisible()
      await tapAnswer(page, (file + at) % 5 === 0 ? 'Non' : 'Oui')
    }
  }
  await expect(page.getByText('Tous les dossiers sont lus.')).toBeVisible()
  await page.getByRole('button', { name: 'Terminer le tour' }).click()
  await expect(page.getByText('8 sur 10').first()).toBeVisible()
  // Wilson, 95 %: 8 of 10 is 49 to 94 %.
  await expect(page.getByRole('main')).toContainText(/49\s%/)
  await expect(page.getByRole('main')).toContainText(/94\s%/)
})

test('4. at home 3 an accompagné traceur: no interview before the consent', async () => {
  const page = await tablet.reopen('/traceurs')
  await startHere(page, 'Bel-Étang', '', 'Commencer le traceur')
  await page.getByRole('link', { name: 'La personne', exact: true }).click()
  await expect(page.getByText(/Les entretiens sont fermés/)).toBeVisible()
  await page.getByRole('link', { name: 'Aller à l’accord' }).click()
  await page.getByText('La personne elle-même').tap()
  await page.getByText('Par écrit, signé').tap()
  await page.getByRole('button', { name: 'Noter l’accord' }).click()
  await expect(page.getByText(/Accord donné le/)).toBeVisible()
  await page.getByRole('link', { name: 'La personne', exact: true }).click()
  await tapAnswer(page, 'Atteint')
  await page.getByRole('link', { name: 'Les professionnels', exact: true }).click()
  await tapAnswer(page, 'Plutôt pas')
  await page.getByRole('link', { name: 'Regards croisés', exact: true }).click()
  await expect(page.getByRole('heading', { name: /sujet par sujet/ })).toBeVisible()
  expect(tablet.faults).toEqual([])
})

test('5. a caregiver declares from the wall, no login, no network, in at most twelve taps', async () => {
  const page = await phone.reopen()
  let taps = 0
  const tap = async (name: RegExp) => {
    await page.getByRole('button', { name }).or(page.getByText(name)).first().tap()
    taps += 1
  }
  await tap(/Non, je déclare/)
  await tap(/^Chute/)
  await tap(/Des soins en plus/)
  await tap(/Continuer/)
  await tap(/Continuer/)
  await tap(/^Personne/)
  await tap(/Envoyer/)
  await expect(page.getByRole('heading', { name: 'Merci. C’est déclaré.' })).toBeVisible()
  await expect(page.getByText(/Gardé sur ce téléphone/)).toBeVisible()
  receipt = ((await page.getByRole('main').innerText()).match(/\d{4}\s+\d{4}\s+\d{4}\s+\d{4}/) ?? [
    '',
  ])[0]
  expect(receipt.replaceAll(/\s/g, '')).toMatch(/^\d{16}$/)
  await tap(/J’ai noté mon code/)
  expect(taps).toBeLessThanOrEqual(12)
  await expect(page.getByText(/1 enveloppe fermée attend le réseau/)).toBeVisible()
})

test('6. nothing is said sent while the server is down; back up, every device sends by itself', async () => {
  await tablet.reopen('/')
  await expect(tablet.page.getByText(/attendent le réseau/).first()).toBeVisible()
  await expect(tablet.page.getByText(/Tout est envoyé/)).toHaveCount(0)
  await world.startServer()
  await tablet.page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(tablet.page.getByText(/Tout est envoyé, confirmé à/)).toBeVisible({
    timeout: 90_000,
  })
  await phone.page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(phone.page.getByText(/enveloppe fermée attend/)).toHaveCount(0, { timeout: 90_000 })
  await phone.page.getByRole('button', { name: /J’ai un code/ }).tap()
  await phone.page.getByLabel('Votre code de 16 chiffres').fill(receipt)
  await phone.page.getByRole('button', { name: 'Lire', exact: true }).tap()
  await expect(phone.page.getByText('Reçue. Personne ne l’a encore triée.')).toBeVisible()
})

test('6b. the director of home 1 sees her home and no other', async () => {
  const page = await office.reopen('/evenements')
  await expect(page.getByText(/Tout est envoyé/)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Chute').first()).toBeVisible()
  await page.goto(new URL('/audits', world.url).href)
  await page
    .getByRole('link', { name: /Circuit du médicament/ })
    .first()
    .click()
  const shots = page.getByRole('img', { name: /Photo du critère/ })
  await expect(shots).toHaveCount(2)
  await expect
    .poll(() =>
      shots.evaluateAll((all) =>
        all.map((shot) => shot instanceof HTMLImageElement && shot.naturalWidth > 0),
      ),
    )
    .toEqual([true, true])
  for (const path of ['/', '/audits', '/epp', '/traceurs', '/evenements', '/actions']) {
    await page.goto(new URL(path, world.url).href)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const words = await page.getByRole('main').innerText()
    for (const home of ['Ravine-Claire', 'Bel-Étang', 'Morne-Doré'])
      expect(words).not.toContain(home)
  }
  // Home 1 is the one ending in 101: no bucket of the three others ever reached this disk.
  const disk = await everythingOnDisk(page)
  expect(disk).toContain('000000000101/quality')
  expect(disk).not.toMatch(/0000000001(02|03|04)\/(quality|events|figures|identity|named-identity)/)
})

test('6c. the porteur sees the whole in figures: open events, late actions, without a word of story', async ({
  browser,
}) => {
  const porteur = await openDevice(browser, 'office')
  await enrol(porteur.page, world.linkOf(/Porteur/))
  const main = porteur.page.getByRole('main')
  await expect(main).toContainText(/événements? ouverts?/, { timeout: 60_000 })
  await expect(main).toContainText(/en retard/)
  for (const home of ['Les Acomats', 'Ravine-Claire', 'Bel-Étang', 'Morne-Doré']) {
    await expect(main).toContainText(home)
  }
  const disk = await everythingOnDisk(porteur.page)
  expect(disk).toContain('/figures')
  expect(disk).not.toMatch(/\/(quality|events|identity|named-identity)/)
  expect(porteur.faults).toEqual([])
  await porteur.context.close()
})

test('7. the sheet of the event and the one-page summary of the round read back', async () => {
  const page = office.page
  await page.goto(new URL('/evenements', world.url).href)
  await page.getByRole('link', { name: /Chute/ }).first().click()
  const sheet = await downloadedPdf(page, /Fiche/)
  expect(sheet).toContain('Chute')
  expect(sheet).toMatch(/Page 1 sur 1/)

  await tablet.reopen('/depart')
  const summary = await downloadedPdf(tablet.page, /résumé en PDF/)
  expect(summary).toMatch(/Page 1 sur 1/)
  for (const home of ['Les Acomats', 'Morne-Doré', 'Bel-Étang']) expect(summary).toContain(home)
  for (const device of [tablet, phone, office]) expect(device.faults).toEqual([])
})

/** Picks a home and a form on the list screen, then begins. */
async function startHere(page: Page, home: string, form: string, button: string): Promise<void> {
  await page.getByLabel('Établissement').selectOption({ label: home })
  if (form) await page.getByRole('radio', { name: new RegExp(form) }).check({ force: true })
  await page.getByRole('button', { name: button }).click()
}

/** One tap on the answer bar of the criterion in hand. */
async function tapAnswer(page: Page, word: string): Promise<void> {
  await page.getByRole('radiogroup').first().getByText(word, { exact: true }).tap()
}

/** Its code: « C3 ». */
async function criterionInHand(page: Page): Promise<string> {
  const label = await page.getByRole('radiogroup').getAttribute('aria-label')
  return label?.split(',')[0] ?? ''
}

/** Codes of the criteria that carry « En faire une action » on the sections answered so far. */
async function failedCriteria(page: Page): Promise<readonly string[]> {
  const codes: string[] = []
  for (const section of ['A', 'B']) {
    const tree = page.getByRole('navigation', { name: 'Sections' })
    await tree.getByRole('button', { name: new RegExp(`^${section}\\b`) }).tap()
    for (const button of await page.getByRole('button', { name: /^En faire une action/ }).all()) {
      const name = (await button.getAttribute('aria-label')) ?? ''
      codes.push(name.split(': ')[1]?.trim() ?? '')
    }
  }
  expect(codes).toHaveLength(2)
  return codes
}

async function openCriterion(page: Page, code: string): Promise<void> {
  const tree = page.getByRole('navigation', { name: 'Sections' })
  await tree.getByRole('button', { name: new RegExp(`^${code.charAt(0)}\\b`) }).tap()
  const row = page.getByRole('button', { name: new RegExp(`Critère ${code},`) })
  if (await row.count()) await row.tap()
}

/** A picture as a camera gives one, drawn by the page itself. */
async function photo(
  page: Page,
  colour: string,
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const base64 = await page.evaluate(async (fill) => {
    const canvas = new OffscreenCanvas(3000, 2000)
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    pen.fillStyle = fill
    pen.fillRect(0, 0, 3000, 2000)
    const bytes = new Uint8Array(
      await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer(),
    )
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  }, colour)
  return { name: 'pilulier.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') }
}
