import type { FormFault } from '#domain/form/check-form.ts'
import type { Text } from '#domain/shared/text.ts'

const FAULTS: Partial<Record<FormFault['kind'], Text>> = {
  'unit-of-kind': {
    fr: 'une unité d’observation que cette méthode n’a pas',
    en: 'a unit of observation this method does not have',
  },
  'duplicate-question': { fr: 'deux questions de même nom', en: 'two questions of one name' },
  'duplicate-section': { fr: 'deux sections de même nom', en: 'two sections of one name' },
  'duplicate-choice': { fr: 'un choix en double', en: 'a choice twice' },
  'no-choice': { fr: 'une liste sans choix', en: 'a list without a choice' },
  'no-label': { fr: 'une question sans libellé', en: 'a question without a label' },
  'empty-group': { fr: 'un groupe vide', en: 'an empty group' },
  'group-in-group': { fr: 'un groupe répété dans un autre', en: 'a repeated group in another' },
  'min-above-max': { fr: 'un minimum au-dessus du maximum', en: 'a minimum above the maximum' },
  'unknown-reference': {
    fr: 'une question citée n’existe pas',
    en: 'a question named does not exist',
  },
  expression: { fr: 'une formule à revoir', en: 'a formula to look at' },
  cycle: { fr: 'des formules tournent en rond', en: 'formulas turn in a circle' },
}

/** A fault of an imported form, with the question it is about. */
export function faultSentence(fault: FormFault): Text {
  const text = FAULTS[fault.kind] ?? { fr: 'formulaire à revoir', en: 'form to look at' }
  const where = 'id' in fault ? fault.id : 'path' in fault ? fault.path.join(' > ') : undefined
  return where === undefined
    ? { fr: `${text.fr}.`, en: `${text.en}.` }
    : { fr: `${text.fr} (${where}).`, en: `${text.en} (${where}).` }
}
