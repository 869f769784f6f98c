// @vitest-environment node
import { describe, expect, test } from 'vitest'
import type { Answers } from '#domain/form/form.ts'
import { day } from '#domain/shared/day.ts'
import { type EppReportInput, eppReport } from '#reports/epp-report.ts'
import { fontsFromDisk, readPdf } from './read-pdf.ts'
import { buildAction, buildFilling, buildForm, SITE } from './samples.ts'

const form = { ...buildForm(1), kind: 'epp' as const }
const NO_ANSWERS = buildFilling(form, undefined)

/** One file by sign on the first criterion, yes on the others: `yyn`. */
function files(signs: string): readonly Answers[] {
  const codes: Record<string, string> = { y: 'yes', n: 'no', a: 'na' }
  return [...signs].map(
    (sign) =>
      new Map([
        ['A1', codes[sign] ?? 'yes'],
        ['B1', 'yes'],
        ['C1', 'yes'],
      ]),
  )
}

async function read(given: Partial<EppReportInput> = {}) {
  const blob = await eppReport(
    {
      site: SITE,
      form,
      round: { filling: NO_ANSWERS, files: files('yyyyyyyynn') },
      actions: [],
      authorName: 'Chargée de mission qualité',
      today: day('2026-11-26'),
      language: 'fr',
      ...given,
    },
    fontsFromDisk,
  )
  return readPdf(blob)
}

/** The round before, six months away: two files of ten conform. */
const BEFORE = {
  filling: buildFilling(form, undefined, { round: 1, heldOn: '2026-05-24' }),
  files: files('yynnnnnnnn'),
}

describe('the EPP report', () => {
  test('says the protocol, the sample and each rate with its count and Wilson interval', async () => {
    const { text } = await read()
    expect(text).toContain('EHPAD Les Acomats, second tour, novembre 2026')
    expect(text).toContain('Échantillon : 10 dossiers, désignés par un numéro local')
    expect(text).toContain('Attendu : 90 % de « oui » par critère.')
    expect(text).toContain('28 sur 30')
    expect(text).toContain('80 %')
    expect(text).toContain('8 sur 10')
    expect(text).toMatch(/Page 1 sur \d/)
  })

  test('gives the gain between two rounds of one version in points, with its interval', async () => {
    const { text } = await read({ previous: BEFORE })
    // 2 of 10 (Wilson 5.67 to 50.98), then 8 of 10 (49.02 to 94.33): 60 − √(30.98² + 30.98²) = 16.2 and 60 + √(14.33² + 14.33²) = 80.3.
    expect(text).toContain('1 critère sur 3 a changé plus que le hasard ne l’explique.')
    expect(text).toContain('60 (de 16,2 à 80,3)')
    expect(text).toContain('Progrès démontré')
    expect(text).toContain('Pas d’écart')
  })

  test('says a decline with the minus sign', async () => {
    const { text } = await read({
      round: { filling: NO_ANSWERS, files: files('yynnnnnnnn') },
      previous: { ...BEFORE, files: files('yyyyyyyynn') },
    })
    expect(text).toContain('\u221260 (de \u221280,3 à \u221216,2)')
    expect(text).toContain('Recul démontré')
  })

  test('computes no gain between two versions, and says so', async () => {
    const filling = buildFilling(form, undefined, { round: 1, formVersion: 2 })
    const { text } = await read({ previous: { ...BEFORE, filling } })
    expect(text).toContain('aucun écart n’est calculé entre deux versions')
    expect(text).not.toContain('Progrès démontré')
  })

  test('under ten files gives counts and no percentage', async () => {
    const { text } = await read({ round: { filling: NO_ANSWERS, files: files('yyn') } })
    expect(text).toContain('effectif trop petit')
    expect(text).toContain('2 sur 3')
    expect(text).not.toContain('67 %')
  })

  test('says incomplete, and which criterion is often not applicable', async () => {
    const asked = files('yyyyyyyyaaan')
    const [first, ...others] = asked
    const { text } = await read({
      round: { filling: NO_ANSWERS, files: [new Map([...(first ?? [])].slice(0, 2)), ...others] },
    })
    expect(text).toContain('il manque 1 réponse')
    expect(text).toContain('3 dossiers sont « non applicable », plus d’un sur cinq.')
  })

  test('says what was fixed before the round, the reason asked, and what its lines are', async () => {
    const hands = { ...form, unit: 'opportunity' as const }
    const { text } = await read({
      form: hands,
      round: {
        filling: NO_ANSWERS,
        files: files('yyyyyyyyaaan'),
        protocol: {
          population: 'Soins du matin',
          drawing: 'random',
          from: day('2026-11-02'),
          to: undefined,
          target: 0.9,
          targets: new Map([['A1', 1]]),
        },
        naReasons: new Map([['A1', 'Chambres sans point d’eau']]),
      },
    })
    expect(text).toContain('Échantillon : 12 opportunités, observées sans noter aucun nom.')
    expect(text).toContain('Population : Soins du matin. Tirage : au hasard.')
    expect(text).toContain('Période : depuis le 2 novembre 2026, fin non précisée.')
    expect(text).toContain('3 opportunités sont « non applicable », plus d’une sur cinq.')
    expect(text).toContain('Raison : Chambres sans point d’eau')
    expect(text).toContain('Attendu : un taux de « oui » par critère')
    expect(text).toContain('Attendu : 100 %.')
    expect(text).not.toContain('dossiers')
  })

  test('prints the actions of both rounds', async () => {
    const { text } = await read({
      previous: BEFORE,
      actions: [
        buildAction({ sourceRecord: NO_ANSWERS.id, title: 'Former les équipes' }),
        buildAction({ sourceRecord: BEFORE.filling.id, title: 'Revoir le protocole' }),
      ],
    })
    expect(text).toContain('Former les équipes')
    expect(text).toContain('Revoir le protocole')
  })
})
