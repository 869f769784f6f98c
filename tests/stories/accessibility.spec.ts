import { type Browser, expect, type Page, test } from '@playwright/test'
import { type LookReport, lookAt } from '../support/look-at-screen.ts'
import { createWorld, enrol, openDevice, type StoryWorld } from '../support/story-world.ts'

/*
 * Every screen of the first round, as each role meets it: WCAG 2.2 AA, no page that scrolls sideways
 * from 320 pixels up, no text left unwritten. What is looked at, and how: `look-at-screen.ts`.
 */
// A recording of every look would cost more than the looks.
test.use({ trace: 'off' })

let world: StoryWorld

test.beforeAll(async () => {
  world = await createWorld()
})

test.afterAll(async () => {
  await world?.close()
})

test('the officer prepares, audits, and reads the result', async ({ browser }) => {
  await as(browser, /Chargé de mission/, async (page, look, report) => {
    await look('officer-home', '/', { sun: true })
    await page.getByRole('button', { name: 'Changer d’établissement' }).click()
    await lookAt(page, 'officer-pick-home', report)
    await look('officer-departure', '/depart')
    await page.getByRole('main').locator('a[href^="/etablissements/"]').first().click()
    await expect(page.getByRole('heading', { name: 'Qui appeler' })).toBeVisible()
    await lookAt(page, 'site', report)
    await look('officer-audits', '/audits')

    await start(page, 'Commencer l’audit', /Circuit du médicament/)
    await expect(page.getByText('0 sur 22')).toBeVisible()
    await lookAt(page, 'audit-begun', report)
    await answer(page, 'Non')
    await expect(page.getByText('1 sur 22')).toBeVisible()
    await page.getByRole('button', { name: 'Précédent' }).click()
    await expect(page.getByRole('button', { name: /^En faire une action/ })).toBeVisible()
    await lookAt(page, 'audit-failing', report, { sun: true })
    await page.getByRole('button', { name: /^En faire une action/ }).click()
    await expect(page.getByRole('list', { name: 'Action inscrite au PACQ' }).first()).toBeVisible()
    await page.getByRole('button', { name: 'Écrire' }).click()
    await page.getByRole('textbox', { name: /Commentaire/ }).fill('Madame Untel absente.')
    await lookAt(page, 'audit-action-and-comment', report)
    await page.getByRole('button', { name: 'Terminer sans tout répondre' }).click()
    await page.getByRole('alertdialog').waitFor()
    await lookAt(page, 'audit-finish-early', report)
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: 'Terminer sans tout répondre' })
      .click()
    await expect(page.getByRole('heading', { name: /Résultat/ })).toBeVisible()
    await lookAt(page, 'audit-result-incomplete', report)
    await page.goto(`${world.url}/audits`)
    await page.getByRole('main').locator('a[href$="/resultat"]').last().click()
    await expect(page.getByRole('heading', { name: /Résultat/ })).toBeVisible()
    await lookAt(page, 'audit-result', report)
    expect(report.length).toBeGreaterThanOrEqual(10)
  })
})

test('the officer reads files, then interviews once the consent is noted', async ({ browser }) => {
  await as(browser, /Référent qualité, Maryse/, async (page, look, report) => {
    await look('epp-list', '/epp')
    await start(page, 'Commencer le tour')
    await expect(page.getByText(/Opportunité 1, critère 1 sur/)).toBeVisible()
    await answer(page, 'Oui')
    await expect(page.getByText(/Opportunité 1, critère 2 sur/)).toBeVisible()
    await answer(page, 'Non')
    await expect(page.getByText(/Opportunité 1, critère 3 sur/)).toBeVisible()
    await lookAt(page, 'epp-grid', report)
    await page.getByRole('button', { name: 'Écrire' }).click()
    await lookAt(page, 'epp-comment', report)

    await look('tracers', '/traceurs')
    await start(page, 'Commencer le traceur')
    await expect(page.getByRole('heading', { name: /L’accord de la personne/ })).toBeVisible()
    await lookAt(page, 'tracer-consent', report)
    await page.getByRole('link', { name: 'La personne', exact: true }).click()
    await expect(page.getByText(/Les entretiens sont fermés/)).toBeVisible()
    await lookAt(page, 'tracer-locked', report)
    await page.getByRole('link', { name: 'Aller à l’accord' }).click()
    await page.getByText('La personne elle-même').click()
    await page.getByText('Par écrit, signé').click()
    await page.getByRole('button', { name: 'Noter l’accord' }).click()
    await expect(page.getByText(/Accord donné le/)).toBeVisible()
    await lookAt(page, 'tracer-consent-given', report)
    await page.getByRole('link', { name: 'La personne', exact: true }).click()
    await lookAt(page, 'tracer-hand-over', report)
    await answersAlone(page, report)
    await answer(page, '4')
    await lookAt(page, 'tracer-interview', report)
    await page.getByRole('link', { name: 'Les professionnels', exact: true }).click()
    await answer(page, '2')
    await page.getByRole('link', { name: 'Regards croisés', exact: true }).click()
    await expect(page.getByRole('heading', { name: /sujet par sujet/ })).toBeVisible()
    await lookAt(page, 'tracer-both-views', report)
    expect(report.length).toBeGreaterThanOrEqual(9)
  })
})

test('the director follows the plan, the events and the devices of the home', async ({
  browser,
}) => {
  await as(browser, /Direction, Line/, async (page, look, report) => {
    await look('director-home', '/')
    await look('epp-list-closed', '/epp')
    await page.getByRole('main').locator('ul a[href^="/epp/"]').last().click()
    await expect(page.getByRole('heading', { name: 'Résultat du tour' })).toBeVisible()
    await lookAt(page, 'epp-result', report)
    await look('actions', '/actions')
    await page.getByRole('main').locator('a[href^="/actions/"]').first().click()
    await expect(page.getByRole('heading', { name: 'Qui et pour quand' })).toBeVisible()
    await lookAt(page, 'action', report)
    await look('events', '/evenements')
    await page.getByRole('list', { name: 'Liste des événements' }).getByRole('link').first().click()
    await expect(page.getByRole('heading', { name: 'Les faits' })).toBeVisible()
    await lookAt(page, 'event', report)
    await look('settings', '/reglages')
    await look('sync', '/envois')
    await look('profiles', '/personnes')
    await look('unknown-address', '/nulle-part')
    expect(report.length).toBeGreaterThanOrEqual(10)
  })
})

test('the quality lead opens a triage, a declarant finds a receipt', async ({ browser }) => {
  await as(browser, /Référent qualité, Joël/, async (page, look, report) => {
    await look('quality-lead-home', '/')
    await look('actions-of-the-lead', '/actions')
    await page.getByRole('button', { name: 'Ajouter une action' }).first().click()
    await page.getByRole('dialog').waitFor()
    await lookAt(page, 'action-new', report)
    await look('triage-list', '/evenements')
    await page.getByRole('list', { name: 'Liste des événements' }).getByRole('link').first().click()
    await expect(page.getByRole('heading', { name: 'Gravité et fréquence' })).toBeVisible()
    await lookAt(page, 'triage', report)
    await look('event-numbers', '/evenements/chiffres')
    await look('event-channels', '/evenements/qui-prevenir')
    await look('event-return', '/evenements/retour')
    await look('event-charter', '/evenements/charte')
    await look('event-analyses', '/evenements/analyses')
    await page.getByRole('main').locator('a[href$="/analyse"]').first().click()
    await expect(page.getByRole('heading', { name: 'La séance' })).toBeVisible()
    await lookAt(page, 'event-analysis', report)
    expect(report.length).toBeGreaterThanOrEqual(11)
  })
  await as(browser, /Déclarant/, async (_page, look, report) => {
    await look('declarant-home', '/')
    await look('declarant-receipts', '/evenements')
    expect(report.length).toBeGreaterThanOrEqual(2)
  })
})

test('the porteur reads the whole, invites and prints', async ({ browser }) => {
  await as(browser, /Porteur/, async (page, look, report) => {
    await look('porteur-dashboard', '/')
    await look('team', '/equipe')
    await page
      .getByRole('button', { name: /^Faire un code/ })
      .first()
      .click()
    await expect(page.getByText(/pour un seul appareil/)).toBeVisible()
    await lookAt(page, 'team-code', report)
    await look('posters', '/affiches')
    expect(report.length).toBeGreaterThanOrEqual(4)
  })
})

test('the ward phone, from the question of danger to the answer', async ({ browser }) => {
  const { context, page, faults } = await openDevice(browser, 'phone')
  const report: LookReport = []
  const press = (name: RegExp) => page.getByRole('button', { name }).click()
  await page.goto(world.linkOf(/Téléphone de service/))
  await expect(page.getByRole('heading', { name: /Quelqu’un est en danger/ })).toBeVisible()
  await lookAt(page, 'declare-danger', report, { sun: true })
  await press(/^Oui/)
  await lookAt(page, 'declare-call', report)
  await press(/C’est fait/)
  await lookAt(page, 'declare-what', report, { sun: true })
  await press(/^Chute/)
  await lookAt(page, 'declare-gravity', report, { sun: true })
  await page.getByText('Des soins en plus').click()
  await press(/Continuer/)
  await page.getByRole('textbox').fill('Madame Untel a glissé.')
  await lookAt(page, 'declare-details', report, { sun: true })
  await press(/Modifier le lieu/)
  await lookAt(page, 'declare-adjust', report)
  await press(/C’est bon/)
  await press(/Continuer/)
  await page.getByText('Le référent seul').click()
  await lookAt(page, 'declare-you', report, { sun: true })
  await press(/Envoyer/)
  await expect(page.getByRole('heading', { name: 'Merci. C’est déclaré.' })).toBeVisible()
  await expect(page.getByText('Reçu par le serveur.')).toBeVisible()
  await lookAt(page, 'declare-receipt', report, { sun: true })
  const [code] = (await page.getByRole('main').innerText()).match(/(\d{4}\s*){4}/) ?? ['']
  await press(/J’ai noté mon code/)
  await press(/J’ai un code/)
  await page.getByLabel('Votre code de 16 chiffres').fill(code)
  await press(/^Lire$/)
  await expect(page.getByText(/Personne ne l’a encore triée/)).toBeVisible()
  await lookAt(page, 'declare-read-answer', report)
  expect(report.length).toBeGreaterThanOrEqual(9)
  expect(faults).toEqual([])
  await context.close()
})

test('before anyone is enrolled: a code to type, a server to set up, no wall scanned', async ({
  browser,
}) => {
  const empty = await createWorld({ empty: true })
  const { context, page } = await openDevice(browser, 'office')
  const report: LookReport = []
  await page.goto(`${world.url}/rejoindre`)
  await lookAt(page, 'join', report)
  await page.goto(`${world.url}/declarer`)
  await lookAt(page, 'declare-no-place', report)
  await page.goto(empty.url)
  await page.getByRole('heading', { name: 'Première installation' }).waitFor()
  await lookAt(page, 'setup', report)
  expect(report.length).toBeGreaterThanOrEqual(3)
  await context.close()
  await empty.close()
})

async function start(page: Page, button: string, form?: RegExp): Promise<void> {
  await page.getByLabel('Établissement').selectOption({ index: 0 })
  if (form) await page.getByRole('radio', { name: form }).check({ force: true })
  await page.getByRole('button', { name: button }).click()
}

async function answer(page: Page, word: string): Promise<void> {
  await page.getByRole('radiogroup').first().getByText(word, { exact: true }).click()
}

type Look = (name: string, path: string, options?: { readonly sun: boolean }) => Promise<void>

async function as(
  browser: Browser,
  who: RegExp,
  walk: (page: Page, look: Look, report: LookReport) => Promise<void>,
): Promise<void> {
  const device = await openDevice(browser, 'office')
  const report: LookReport = []
  await enrol(device.page, world.linkOf(who))
  await walk(
    device.page,
    async (name, path, options) => {
      await device.page.goto(new URL(path, world.url).href)
      await lookAt(device.page, name, report, options)
    },
    report,
  )
  expect(device.faults).toEqual([])
  await device.context.close()
}

/** The tablet in the person's hands: looked at, left by « back » and by a restart, and not opened so. */
async function answersAlone(page: Page, report: LookReport): Promise<void> {
  await page.getByRole('button', { name: 'Passer la tablette' }).click()
  await lookAt(page, 'tracer-alone-hello', report)
  await page.getByRole('button', { name: 'Commencer' }).click()
  await page.getByText('Un peu', { exact: true }).click()
  await lookAt(page, 'tracer-alone-question', report, { sun: true })
  await page.goBack()
  await expect(page.getByText('Question 1 sur 6')).toBeVisible()
  await page.goto(new URL('/', page.url()).href)
  await expect(page.getByText('Question 2 sur 6')).toBeVisible()
  await expect(page.getByRole('link')).toHaveCount(0)
  const out = page.getByRole('button', { name: /appuyer 3 secondes/ })
  await out.focus()
  await page.keyboard.down('Enter')
  await expect(page.getByRole('heading', { name: 'Ses réponses sur la tablette' })).toBeVisible()
  await page.keyboard.up('Enter')
}
