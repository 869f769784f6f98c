// @vitest-environment node
import { describe, expect, test } from 'vitest'
import type { Filling } from '#domain/filling/filling.ts'
import { selfImperatives } from '#domain/form/library/self-imperatives.ts'
import { day } from '#domain/shared/day.ts'
import { recordId } from '#domain/shared/ids.ts'
import { type AuditReportInput, auditReport } from '#reports/audit-report.ts'
import { fontsFromDisk, readPdf } from './read-pdf.ts'
import { buildAction, buildAuditInput, buildFilling, buildForm } from './samples.ts'

const NBSP = '\u00a0'
/** A real PNG of 2 × 1, one black pixel and one white. */
const PNG = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAAAAADRSSBWAAAAC0lEQVR4nGNg+A8AAQIBAEK+vGgAAAAASUVORK5CYII=',
  ),
  (character) => character.charCodeAt(0),
)

async function read(given: Partial<AuditReportInput> = {}) {
  return readPdf(await auditReport(buildAuditInput(given), fontsFromDisk))
}

describe('the audit report', () => {
  test('is read back with its accents, ligatures and no-break spaces', async () => {
    const { text, glyphs } = await read()
    expect(text).toContain('Chaque élève de la règle n° 1 : « où est l’œuvre ? »')
    expect(glyphs).toContain(`règle n°${NBSP}1${NBSP}: «${NBSP}où est`)
    expect(glyphs).toContain(`100${NBSP}%`)
    expect(text).toContain('EHPAD Les Acomats, second tour, novembre 2026')
  })

  test('writes the target of a section that has its own', async () => {
    const long = buildForm(12)
    const [first, ...others] = long.sections
    const form = { ...long, sections: first ? [{ ...first, target: 0.95 }, ...others] : [] }
    const { text } = await read({ form, filling: buildFilling(form, 'yes') })
    expect(text).toContain('Organisation, cible 95 %')
    expect(text).toContain('Prescription et livraison, cible 90 %')
    expect((await read({ form: long })).text).not.toContain('Organisation, cible')
  })

  test('of premises names them, of a person gives the local number', async () => {
    const kitchen = { ...buildForm(4), unit: 'premises' as const }
    const { text } = await read({
      form: kitchen,
      filling: buildFilling(kitchen, 'yes', { subject: 'Cuisine' }),
    })
    expect(text).toContain('EHPAD Les Acomats, Cuisine, second tour, novembre 2026')
    const person = { ...kitchen, unit: 'person' as const }
    const filling = buildFilling(person, 'yes', { subject: '12' })
    expect((await read({ form: person, filling })).text).toContain('personne 12, second tour')
  })

  test('numbers its pages, names itself and says its language', async () => {
    const { pages, title, language, outline } = await read({
      form: buildForm(14),
      filling: buildFilling(buildForm(14), 'no'),
    })
    expect(pages.length).toBeGreaterThan(4)
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} sur ${pages.length}`)
      expect(page).toContain('Audit 3F2A9C01, grille G01 version 3')
    })
    expect(title).toBe('Rapport d’audit, Circuit du médicament, EHPAD Les Acomats')
    expect(language).toBe('fr')
    expect(outline).toContain('Non-conformités et actions décidées')
  })

  test('gives the rate with its counts and its Wilson interval from ten answers', async () => {
    const form = buildForm(10)
    const filling = buildFilling(form, 'yes', { 'answers.C1': 'no', 'answers.C2': 'partial' })
    const { text } = await read({ form, filling })
    expect(text).toContain('28 conformes, 1 en partie et 1 non conforme sur 30 réponses')
    expect(text).toContain('95 %')
    expect(text).toContain('28,5 sur 30')
    expect(text).toContain('8,5 sur 10')
    expect(text).toContain('(intervalle à 95 % : 81 % à 99 %)')
  })

  test('gives counts and no rate below ten answers', async () => {
    const form = buildForm(2)
    const { text } = await read({ form, filling: buildFilling(form, 'yes') })
    expect(text).toContain('6 sur 6')
    expect(text).toContain('trop peu pour un taux')
    expect(text).not.toContain('100 %')
  })

  test('says Incomplet and never a final figure when an answer is missing', async () => {
    const form = buildForm(10)
    const filling = buildFilling(form, 'yes', { 'answers.C1': null })
    const { pages } = await read({ form, filling })
    expect(pages[0]).toContain('Incomplet')
    expect(pages[0]).toContain('29 critères sur 30 ont une réponse.')
    expect(pages[0]).toContain('Ce n’est pas un résultat final.')
  })

  test('of an empty audit has no figure at all', async () => {
    const form = buildForm(4)
    const { text } = await read({ form, filling: buildFilling(form, undefined) })
    expect(text).toContain('Aucun critère n’a encore de réponse.')
    expect(text).not.toMatch(/Incomplet.*\d %.*Conformité par section/)
  })

  test('shows each non-conformity with its comment, impératif and action', async () => {
    const form = buildForm()
    const filling = buildFilling(form, 'yes', {
      'answers.A1': 'no',
      'comments.A1': '11 piluliers sur 35 : photo absente.',
    })
    const action = buildAction({ sourceRecord: filling.id, sourceQuestion: 'A1' })
    const { text } = await read({ form, filling, actions: [action] })
    expect(text).toContain('Impératif HAS 3.6.2')
    expect(text).toContain('11 piluliers sur 35 : photo absente.')
    expect(text).toContain('Refaire photos et étiquettes')
    expect(text).toContain('15 décembre 2026')
    expect(text).toContain('Sans photo')
  })

  test('shows the previous round and what became of its actions', async () => {
    const form = buildForm(10)
    const previous: Filling = {
      ...buildFilling(form, 'yes', { 'answers.A1': 'no' }),
      id: recordId('previous'),
      heldOn: day('2026-03-12'),
    }
    const filling = buildFilling(form, 'yes', { 'answers.A1': 'partial' })
    const actions = [buildAction({ sourceRecord: 'previous', dueOn: '2026-11-12' })]
    const { text } = await read({ form, filling, previous, actions })
    expect(text).toContain('Déjà relevé au tour précédent (Non).')
    expect(text).toContain('tour précédent, mars 2026')
    expect(text).toContain('En retard de 14 jours')
  })

  test('prints a photo held here, and says which is missing or unreadable', async () => {
    const form = buildForm()
    const ref = { size: 1, mime: 'image/png', width: 2, height: 1 }
    const filling = buildFilling(form, 'yes', {
      'answers.A1': 'no',
      'photos.A1.aaa': { sha256: 'aaa', ...ref },
      'answers.A2': 'no',
      'photos.A2.bbb': { sha256: 'bbb', ...ref },
      'answers.A3': 'no',
      'photos.A3.ccc': { sha256: 'ccc', ...ref },
    })
    const photos = new Map([
      ['aaa', { bytes: PNG.buffer, mime: 'image/png', width: 2, height: 1 }],
      ['ccc', { bytes: new ArrayBuffer(8), mime: 'image/png', width: 2, height: 1 }],
    ])
    const blob = await auditReport(buildAuditInput({ form, filling, photos }), fontsFromDisk)
    const { text } = await readPdf(blob)
    expect(text).toContain('Photo absente de cet appareil')
    expect(text.match(/Photo illisible/g)).toHaveLength(1)
    expect(text).not.toContain('Sans photo')
    expect(new TextDecoder('latin1').decode(await blob.arrayBuffer())).toContain('/Subtype /Image')
  })

  test('keeps every word of a comment longer than a page', async () => {
    const form = buildForm()
    const words = Array.from({ length: 1500 }, (_, index) => `mot${index}`)
    const filling = buildFilling(form, 'yes', {
      'answers.B2': 'no',
      'comments.B2': words.join(' '),
    })
    const { text } = await read({ form, filling })
    expect(words.filter((word) => !text.includes(word))).toEqual([])
  })

  test('does not cut a sentence at a character its font lacks', async () => {
    const form = buildForm()
    const filling = buildFilling(form, 'yes', {
      'answers.B2': 'no',
      'comments.B2': 'Vu avec Łucja ≥ 8 °C 🙂 puis fermé.',
    })
    const { text } = await read({ form, filling })
    expect(text).toContain('puis fermé.')
  })

  test('holds forty non-conformities', async () => {
    const form = buildForm(14)
    const { text } = await read({ form, filling: buildFilling(form, 'no') })
    expect(text.match(/Aucune action décidée\./g)).toHaveLength(42)
  })

  test('is complete in English', async () => {
    const form = buildForm(10)
    const { text } = await read({ form, filling: buildFilling(form, 'yes'), language: 'en' })
    expect(text).toContain('Medication circuit')
    expect(text).toContain('Internal self-assessment: it does not stand for an HAS evaluation.')
    expect(text).toMatch(/Page 1 of \d/)
  })

  test('draws the profile from three rated sections, and says where the gaps are', async () => {
    const form = buildForm(10)
    const filling = buildFilling(form, 'yes', {
      'answers.B1': 'no',
      'answers.B2': 'no',
      'answers.B3': 'no',
      'answers.B4': 'no',
      'answers.A1': 'no',
    })
    const { text, outline } = await read({ form, filling })
    expect(outline).toContain('Profil par section')
    expect(text).toContain('2. Prescription et livraison')
    expect(text).toContain('1 section fait au moins 80 % des non-conformités')
    expect(text).toContain('4, cumul 80 %')
    expect(text).toContain('1, cumul 100 %')
  })

  test('gives each criterion its level, comment and proofs, conform ones too', async () => {
    const form = buildForm()
    const photo = { sha256: 'aaa', size: 1, mime: 'image/png', width: 2, height: 1 }
    const filling = buildFilling(form, 'yes', {
      'answers.A1': 'partial',
      'comments.C2': 'Relevé du mois vu.',
      'photos.C2.aaa': photo,
      'answers.C4': null,
    })
    const { text, outline } = await read({ form, filling })
    expect(outline).toContain('Toutes les réponses')
    expect(outline).toContain('Autres preuves, par critère')
    expect(text).toContain('Relevé du mois vu. 1 photo jointe.')
    expect(text).toContain('pas encore de réponse')
    expect(outline).not.toContain('Profil par section')
  })

  test('of a grid rated in points leads with its mean, cut and never « sans objet »', async () => {
    const form = selfImperatives
    const { pages } = await read({
      form,
      filling: buildFilling(form, '3', { 'answers.3-6-2-2': '4' }),
    })
    expect(pages[0]).not.toContain('Sans objet')
    expect(pages[0]).toContain('3,03 sur 4 (n = 27)')
    expect(pages[0]).toContain('Moyenne par section')
  })
})
