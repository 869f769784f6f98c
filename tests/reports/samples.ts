import { readAction } from '#domain/action-plan/action.ts'
import { readFilling } from '#domain/filling/filling.ts'
import type { Form } from '#domain/form/form.ts'
import { day } from '#domain/shared/day.ts'
import type { Fields } from '#domain/shared/json.ts'
import { readSite } from '#domain/site/site.ts'
import type { AuditReportInput } from '#reports/audit-report.ts'

export const SITE = readSite('site-1', {
  name: 'Les Acomats',
  kind: 'ehpad',
  commune: 'Les Abymes',
  places: 84,
  'units.a.name': 'Gommier',
})

const SECTIONS = [
  ['organisation', 'Organisation', 'Organisation'],
  ['prescription', 'Prescription et livraison', 'Prescription and delivery'],
  ['preparation', 'Préparation des piluliers', 'Preparation of pill boxes'],
] as const

/** A grid of `perSection` criteria in three sections; the first of each touches an impératif. */
export function buildForm(perSection = 4): Form {
  return {
    id: 'audit-sample',
    version: 3,
    kind: 'audit',
    code: 'G01',
    title: { fr: 'Circuit du médicament', en: 'Medication circuit' },
    unit: 'structure',
    source: { fr: 'Rédigée pour le dispositif, à vérifier.', en: 'Written here, to be verified.' },
    target: 0.9,
    sections: SECTIONS.map(([id, fr, en], section) => ({
      id,
      title: { fr, en },
      questions: Array.from({ length: perSection }, (_, index) => ({
        id: `${'ABC'[section]}${index + 1}`,
        type: 'criterion' as const,
        scale: 'yes-partial-no-na' as const,
        label: {
          fr: `Chaque élève de la règle n° ${index + 1} : « où est l’œuvre ? »`,
          en: `Rule ${index + 1} is kept`,
        },
        ...(index === 0 ? { imperatif: '3.6.2' } : {}),
      })),
    })),
  }
}

/** Every criterion answered by `answer`, then `fields` on top. */
export function buildFilling(form: Form, answer: string | undefined, fields: Fields = {}) {
  const answers = form.sections.flatMap(({ questions }) =>
    answer === undefined ? [] : questions.map(({ id }) => [`answers.${id}`, answer] as const),
  )
  return readFilling('0193aaaa-0000-7000-8000-00003f2a9c01', SITE.id, {
    form: form.id,
    formVersion: form.version,
    round: 2,
    heldOn: '2026-11-24',
    status: 'closed',
    author: 'person-1',
    withWhom: 'IDE coordinatrice, pharmacienne',
    ...Object.fromEntries(answers),
    ...fields,
  })
}

export function buildAction(fields: Fields) {
  return readAction('action-1', SITE.id, {
    title: 'Refaire photos et étiquettes',
    source: 'audit',
    pilot: 'IDE coordinatrice',
    dueOn: '2026-12-15',
    status: 'todo',
    ...fields,
  })
}

export function buildAuditInput(given: Partial<AuditReportInput> = {}): AuditReportInput {
  const form = given.form ?? buildForm()
  return {
    site: SITE,
    form,
    filling: buildFilling(form, 'yes'),
    actions: [],
    authorName: 'Chargée de mission qualité',
    photos: new Map(),
    expectedPhotos: new Set(),
    today: day('2026-11-26'),
    language: 'fr',
    ...given,
  }
}
