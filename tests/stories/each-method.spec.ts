import { expect, type Page, test } from '@playwright/test'
import { type LookReport, lookAt } from '../support/look-at-screen.ts'
import {
  createWorld,
  type Device,
  enrol,
  openDevice,
  SCREENS,
  type StoryWorld,
} from '../support/story-world.ts'

/*
 * Each method of the field, begun as the officer does and walked to its result. The figure awaited at the
 * end was computed by hand, beside the answers that make it; the audit of a whole home is walked in
 * `first-round.spec.ts`, the grid of the officer's own in `grid-workshop.spec.ts`.
 */
test.use({ trace: 'off' })

const HOME = 'Bel-Étang'

let world: StoryWorld
let tablet: Device
const report: LookReport = []

test.beforeAll(async ({ browser }) => {
  world = await createWorld()
  tablet = await openDevice(browser, 'tablet')
  await enrol(tablet.page, world.linkOf(/Chargé de mission/))
})

test.afterEach(() => {
  expect(tablet.faults).toEqual([])
})

test.afterAll(async () => {
  await tablet?.context.close()
  await world?.close()
})

test('an audit of premises says which, and leaves « non observé » out of its rate', async () => {
  const page = await open('/audits')
  await page.getByRole('radio', { name: /Circuit du linge/ }).check({ force: true })
  const begin = page.getByRole('button', { name: 'Commencer l’audit' })
  await expect(begin).toBeDisabled()
  await page.getByLabel('Local ou équipement observé').fill('Buanderie')
  await begin.click()
  await answerAll(page, ['Non conforme', 'Non observé'], 14)
  await restConform(page, 14)
  await page.getByRole('button', { name: 'Terminer l’audit' }).click()
  // 14 criteria, one not seen: 12 of 13 is 92.3 %.
  await expect(
    page.getByText('Sur 13 critères évalués, 92 % de conformité. L’attendu de 90 % est atteint.'),
  ).toBeVisible()
  await expect(page.getByText(/^Bel-Étang, Buanderie, 1er tour/)).toBeVisible()
  await lookAt(page, 'method-premises', report)
})

test('an audit of a person, by a local number, counts and gives no rate under ten criteria', async () => {
  const page = await open('/grilles')
  await page.getByRole('button', { name: 'Nouvelle grille' }).click()
  await write(page, 'Titre de la grille', 'Installation au fauteuil')
  await page.getByLabel('Ce que l’on observe').selectOption({ label: 'Une personne accompagnée' })
  await write(page, /D’où vient le contenu/, 'Protocole interne, 2026')
  for (const words of ['Les pieds sont posés', 'La sonnette est à portée', 'L’assise est réglée']) {
    await page.getByRole('button', { name: /^Ajouter une question dans/ }).click()
    const sheet = page.getByRole('dialog')
    await write(sheet, 'Texte de la question', words)
    await sheet.getByLabel('Type de réponse').selectOption('yes-no-na')
    await sheet.getByRole('button', { name: 'Terminé' }).click()
    await expect(page.getByRole('button', { name: new RegExp(words) })).toBeVisible()
  }
  await page.getByRole('button', { name: 'Publier la version 1' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Publier la version 1' }).click()
  await sheet.getByRole('button', { name: 'Terminé' }).click()

  await open('/audits')
  await page.getByRole('radio', { name: /Installation au fauteuil/ }).check({ force: true })
  await page.getByLabel('Personne, par un numéro local').fill('12')
  await page.getByRole('button', { name: 'Commencer l’audit' }).click()
  await answerAll(page, ['Oui', 'Non', 'Oui'], 3)
  await page.getByRole('button', { name: 'Terminer l’audit' }).click()
  await expect(page.getByText(/^2 sur 3. Moins de dix critères évalués/)).toBeVisible()
  await expect(page.getByText(/67\s%/)).toHaveCount(0)
  await expect(page.getByText(/personne 12/).first()).toBeVisible()
})

test('an EPP has its protocol, its sample, its reason for many « non applicable », and its gain', async () => {
  const page = await open('/epp')
  await beginRound(page, 'Traçabilité de la douleur', 10)
  await page.getByLabel('Comment l’échantillon est tiré').selectOption({ label: 'Au hasard' })
  await write(page, /^Quels dossiers sont lus/, 'Présents depuis plus de six mois')
  await page.getByLabel('Période, du').fill('2026-05-01')
  await page.getByLabel('au', { exact: true }).fill('2026-05-31')
  await readFiles(page, 10, (file) => [file <= 3 ? 'Oui' : 'Non', 'Oui', 'Oui'])
  await endRound(page)
  await expect(page.getByText('3 sur 10').first()).toBeVisible()

  await open('/epp')
  await beginRound(page, 'Traçabilité de la douleur', 10)
  await expect(page.getByLabel('Comment l’échantillon est tiré')).toHaveValue('random')
  await expect(page.getByLabel(/^Quels dossiers sont lus/)).toHaveValue(
    'Présents depuis plus de six mois',
  )
  await readFiles(page, 10, (file) => [
    file <= 9 ? 'Oui' : 'Non',
    file <= 3 ? 'Non applicable' : 'Oui',
    'Oui',
  ])
  await endRound(page)
  // 3 of 10 (Wilson 10.78 to 60.32), then 9 of 10 (59.58 to 98.21):
  // 60 − √(30.42² + 30.32²) = 17.1 and 60 + √(8.21² + 19.22²) = 80.9.
  const gains = page.getByRole('table', { name: 'Écart entre les deux tours' })
  await expect(gains.getByText('60 (de 17,1 à 80,9)')).toBeVisible()
  await expect(gains.getByText('Progrès démontré')).toBeVisible()
  // Seven files count for the second criterion: counts, no percentage, and the reason is asked.
  await expect(gains.getByText('Effectif trop petit : les comptes seuls')).toBeVisible()
  await expect(page.getByText('7 sur 7, effectif trop petit').first()).toBeVisible()
  await expect(page.getByText('La raison n’est pas notée.')).toBeVisible()
  await write(page, /^Pourquoi si souvent non applicable/, 'Aucun traitement en cours')
  await expect(page.getByText('La raison n’est pas notée.')).toHaveCount(0)
  await expect(page.getByText('Population : Présents depuis plus de six mois')).toBeVisible()

  // The same grid was read twice at two other homes: six rounds, by home and then by day.
  const trend = page.getByRole('region', { name: /^D’un tour à l’autre/ })
  await expect(
    trend.getByText(/^(Bel-Étang|Les Acomats|Morne-Doré), \S+ tour/).filter({ visible: true }),
  ).toHaveCount(6)
  await trend.getByLabel('Ce qui est comparé').selectOption({ label: await firstOf(page) })
  await expect(trend.getByText('9 sur 10').first()).toBeVisible()
  await lookAt(page, 'method-epp', report)
})

test('the experience of people is read person by person, counts alone under ten', async () => {
  const page = await open('/epp')
  await beginRound(page, 'Expérience des personnes accompagnées', 2)
  const others = Array.from({ length: 12 }, () => 'Oui')
  await readFiles(page, 2, (person) => [person === 1 ? 'En partie' : 'Oui', ...others], 'Personne')
  await endRound(page)
  // 2 persons × 13 answers, one « en partie », which is not « oui ».
  await expect(
    page.getByText('25 oui sur 26 réponses qui comptent, 2 personnes.').first(),
  ).toBeVisible()
  await expect(page.getByText('1 sur 2, effectif trop petit').first()).toBeVisible()
})

test('an accompagné traceur: the agreement with its proof, the person alone, then both views', async () => {
  const page = await open('/traceurs')
  await page.getByRole('button', { name: 'Commencer le traceur' }).click()
  await page.getByRole('link', { name: 'Les professionnels', exact: true }).click()
  await expect(page.getByText(/Les entretiens sont fermés/)).toBeVisible()
  await page.getByRole('link', { name: 'Aller à l’accord' }).click()
  await write(page, 'Où se trouve la preuve', 'Dossier, onglet 2')
  await page.getByText('La personne elle-même').tap()
  await page.getByText('À sa façon, devant un tiers qui signe').tap()
  await page.getByRole('button', { name: 'Noter l’accord' }).click()
  await expect(page.getByText('Preuve : Dossier, onglet 2')).toBeVisible()

  await page.getByRole('link', { name: 'La personne', exact: true }).click()
  await page.getByText('Sa personne de confiance l’aide').tap()
  await page.getByRole('button', { name: 'Passer la tablette' }).click()
  await page.getByRole('button', { name: 'Commencer' }).click()
  const alone = ['Oui', 'Un peu', 'Non', 'Je ne sais pas', 'Je ne veux pas répondre', 'Oui']
  for (const [at, word] of alone.entries()) {
    await expect(page.getByText(`Question ${at + 1} sur 6`)).toBeVisible()
    await page.getByText(word, { exact: true }).tap()
    await page.getByRole('button', { name: 'Suivant' }).click()
  }
  await expect(page.getByRole('heading', { name: 'Merci.' })).toBeVisible()
  await page.getByRole('button', { name: /appuyer 3 secondes/ }).focus()
  await page.keyboard.down('Enter')
  const own = page.getByRole('region', { name: 'Ses réponses sur la tablette' })
  await expect(own.getByText('Je ne veux pas répondre')).toBeVisible()
  await page.keyboard.up('Enter')

  await rateInterview(page, [
    'Atteint',
    'Plutôt oui',
    'Plutôt pas',
    'Atteint',
    'Optimisé',
    'Réponse inadaptée',
  ])
  await page.getByRole('link', { name: 'Les professionnels', exact: true }).click()
  await rateInterview(page, [
    'Pas atteint',
    'Plutôt oui',
    'Plutôt oui',
    'Atteint',
    'Atteint',
    'Non concerné',
  ])
  await page.getByRole('link', { name: 'Regards croisés', exact: true }).click()
  // (4 + 3 + 2 + 4 + 4) / 5 and (1 + 3 + 3 + 4 + 4) / 5; « réponse inadaptée » and « non concerné »
  // are no level, so the sixth subject is not compared.
  await expect(page.getByText('La personne : 3,40 sur 4, sur 5 réponses cotées')).toBeVisible()
  await expect(
    page.getByText('Les professionnels : 3,00 sur 4, sur 5 réponses cotées'),
  ).toBeVisible()
  await expect(
    page.getByText('Sujets cotés des deux côtés : 5. Vus différemment : 3.'),
  ).toBeVisible()
  await expect(page.getByText('Non comparé : sans niveau d’un côté')).toHaveCount(1)
  await lookAt(page, 'method-tracer', report)
  await page.getByRole('button', { name: 'Terminer le traceur' }).click()
  await expect(page.getByRole('button', { name: 'Rouvrir le traceur' })).toBeVisible()
})

test('a traceur ciblé has the mean of each side, « non concerné » says why', async () => {
  const page = await beginAudit('Traceur ciblé')
  await answerAll(
    page,
    ['4', '4', '3', '4', '4', '4', '4', '3', '4', '4'].map((level) => LEVELS[level] ?? level),
    11,
  )
  await tapAnswer(page, 'Non concerné')
  await page.getByRole('button', { name: 'Terminer l’audit' }).click()
  // Field (5 × 4 + 3) / 6 = 3.833…, governance (3 × 4 + 3) / 4 = 3.75, all 38 / 10.
  await expectMean(page, '3,80 sur 4, n = 10')
  await expect(page.getByText('3,83 sur 4, n = 6').first()).toBeVisible()
  await expect(page.getByText('3,75 sur 4, n = 4').first()).toBeVisible()
  await expect(page.getByText('1 « non concerné » sans raison écrite')).toBeVisible()
  await page.getByRole('button', { name: 'Rouvrir l’audit' }).click()
  await page
    .getByRole('button', { name: /^Avec la gouvernance/ })
    .first()
    .click()
  await page.getByRole('button', { name: /^Critère G5/ }).click()
  await write(page, /^Commentaire du critère G5/, 'Aucune pharmacie interne ici')
  await page.getByRole('button', { name: 'Terminer l’audit' }).click()
  await expectMean(page, '3,80 sur 4, n = 10')
  await expect(page.getByText(/sans raison écrite/)).toHaveCount(0)
})

test('an audit système is rated with the governance, then checked with the professionals', async () => {
  const page = await beginAudit('Audit système')
  await answerAll(page, ['Plutôt pas', ...Array.from({ length: 11 }, () => 'Atteint')], 12)
  await page.getByRole('button', { name: 'Terminer l’audit' }).click()
  // (2 + 11 × 4) / 12 = 3.8333…; governance (2 + 7 × 4) / 8 = 3.75.
  await expectMean(page, '3,83 sur 4, n = 12')
  await expect(page.getByText('3,75 sur 4, n = 8').first()).toBeVisible()
})

test('a HAS self-evaluation scores each element, names the impératifs, and is no official evaluation', async () => {
  const page = await beginAudit('Auto-évaluation', /18 critères impératifs/)
  // Elements of 2.2.1 at 3 and 4, of 3.6.2 at 4, 4 and 3; the others at 4.
  const levels = Array.from({ length: 27 }, (_, at) =>
    at === 0 || at === 14 ? 'Plutôt oui' : 'Atteint',
  )
  await answerAll(page, levels, 27)
  await page.getByRole('button', { name: 'Terminer l’audit' }).click()
  // (25 × 4 + 2 × 3) / 27 = 3.925…, cut and not rounded to 3.93.
  await expectMean(page, '3,92 sur 4, n = 27')
  await expect(page.getByText('2 critères impératifs ne sont pas atteints')).toBeVisible()
  await expect(page.getByText(/^À traiter d’abord\s: 2\.2\.1, 3\.6\.2/)).toBeVisible()
  const table = page.getByRole('table', { name: 'Critères impératifs' })
  // (4 + 4 + 3) / 3 = 3.666…, cut.
  await expect(table.getByRole('row', { name: /^3\.6\.2/ })).toContainText('3,66')
  await expect(table.getByRole('row', { name: /^2\.2\.1/ })).toContainText('3,50')
  await expect(table.getByRole('row', { name: /^3\.14\.2/ })).toContainText('Atteint')
  await expect(page.getByText(/n’est pas une évaluation de la HAS/)).toBeVisible()
  await expect(page.getByText(/évaluation officielle/i)).toHaveCount(0)
  await lookAt(page, 'method-has', report)
})

for (const { form, levels, mean, part } of [
  {
    form: /Maturité de l’organisation/,
    levels: ['Absent', 'Engagé', ...Array.from({ length: 10 }, () => 'Organisé')],
    // (1 + 2 + 10 × 3) / 12 = 2.75; the first part (1 + 2 + 3) / 3.
    mean: '2,75 sur 5, n = 12',
    part: '2,00 sur 5, n = 3',
  },
  {
    form: /quatre dimensions/,
    levels: ['Toujours', 'Toujours', 'Souvent', ...Array.from({ length: 9 }, () => 'Parfois')],
    // (4 + 4 + 3 + 9 × 2) / 12 = 2.4166…; the first dimension 11 / 3 = 3.666…
    mean: '2,41 sur 4, n = 12',
    part: '3,66 sur 4, n = 3',
  },
]) {
  test(`a self-evaluation in levels, ${form.source}, is a mean cut to two decimals`, async () => {
    const page = await beginAudit('Auto-évaluation', form)
    await answerAll(page, levels, 12)
    await page.getByRole('button', { name: 'Terminer l’audit' }).click()
    await expectMean(page, mean)
    await expect(page.getByText(part).first()).toBeVisible()
  })
}

for (const { form, answers, total, result } of [
  {
    form: /Plan local de maîtrise des épidémies/,
    answers: ['À faire', 'En cours'],
    total: 15,
    // (0 + 0.5 + 13) / 15.
    result: 'Sur 15 critères évalués, 90 % de conformité.',
  },
  {
    form: /gestion des risques, par domaine/,
    answers: ['À faire'],
    total: 17,
    // 16 / 17 = 94.1 %.
    result: 'Sur 17 critères évalués, 94 % de conformité.',
  },
]) {
  test(`a self-evaluation of what is in place, ${form.source}, has its rate`, async () => {
    const page = await beginAudit('Auto-évaluation', form)
    await answerAll(page, answers, total)
    await restConform(page, total)
    await page.getByRole('button', { name: 'Terminer l’audit' }).click()
    await expect(page.getByText(result)).toBeVisible()
    await expect(page.getByText(/n’est pas une évaluation de la HAS/)).toBeVisible()
  })
}

const LEVELS: Readonly<Record<string, string>> = { '3': 'Plutôt oui', '4': 'Atteint' }

async function open(path: string): Promise<Page> {
  const { page } = tablet
  await page.setViewportSize(SCREENS.tablet)
  await page.goto(new URL(path, world.url).href)
  if (path !== '/grilles') {
    await page.getByLabel('Établissement').selectOption({ label: HOME })
  }
  return page
}

async function beginAudit(method: string, form?: RegExp): Promise<Page> {
  const page = await open('/audits')
  await page.getByLabel('Méthode').selectOption({ label: method })
  if (form) await page.getByRole('radio', { name: form }).check({ force: true })
  await page.getByRole('button', { name: 'Commencer l’audit' }).click()
  return page
}

/** One tap each; the count says that the answer is kept and that the next is in hand. */
async function answerAll(page: Page, words: readonly string[], total: number): Promise<void> {
  for (const [at, word] of words.entries()) {
    await tapAnswer(page, word)
    await expect(page.getByText(`${at + 1} sur ${total}`, { exact: true }).first()).toBeVisible()
  }
}

async function tapAnswer(page: Page, word: string): Promise<void> {
  await page.getByRole('radiogroup').first().getByText(word, { exact: true }).tap()
}

/** What is left is said conform, section after section. */
async function restConform(page: Page, total: number): Promise<void> {
  const rest = page.getByRole('button', { name: /^Le reste de la section/ })
  for (;;) {
    await rest.click()
    await expect(rest).toHaveCount(0)
    if (await page.getByText(`${total} sur ${total}`, { exact: true }).first().isVisible()) return
    await page.getByRole('button', { name: 'Suivant' }).click()
    await expect(rest).toBeVisible()
  }
}

async function beginRound(page: Page, form: string, count: number): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(form) }).check({ force: true })
  await page.getByRole('spinbutton', { name: /^Nombre de/ }).fill(`${count}`)
  await page.getByRole('button', { name: 'Commencer le tour' }).click()
}

async function readFiles(
  page: Page,
  count: number,
  answers: (file: number) => readonly string[],
  unit = 'Dossier',
): Promise<void> {
  for (let file = 1; file <= count; file += 1) {
    const words = answers(file)
    for (const [at, word] of words.entries()) {
      await expect(
        page.getByText(`${unit} ${file}, critère ${at + 1} sur ${words.length}`),
      ).toBeVisible()
      await tapAnswer(page, word)
    }
  }
}

async function endRound(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Terminer le tour' }).click()
  await expect(page.getByRole('heading', { name: 'Résultat du tour' })).toBeVisible()
}

async function firstOf(page: Page): Promise<string> {
  const options = page.getByLabel('Ce qui est comparé').getByRole('option')
  return (await options.nth(1).textContent()) ?? ''
}

/** The criteria of one interview, all on the page, in their order. */
async function rateInterview(page: Page, words: readonly string[]): Promise<void> {
  for (const [at, word] of words.entries()) {
    await page.getByRole('radiogroup').nth(at).getByText(word, { exact: true }).tap()
  }
}

async function expectMean(page: Page, mean: string): Promise<void> {
  await expect(
    page.getByText(`Moyenne des réponses : ${mean}. Deux décimales, sans arrondi.`),
  ).toBeVisible()
}

/** Words typed in a field that keeps each keystroke, then left so that they are the record's. */
async function write(
  where: Pick<Page, 'getByLabel'>,
  label: string | RegExp,
  words: string,
): Promise<void> {
  const field = where.getByLabel(label)
  await field.fill(words)
  await field.blur()
}
