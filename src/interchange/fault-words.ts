import type { ExpressionFault } from './expressions/x-path.ts'
import type { Note } from './notes.ts'

const WHY: Record<ExpressionFault['kind'], (what: string) => { fr: string; en: string }> = {
  syntax: (what) => ({ fr: `« ${what} » est mal écrit`, en: `“${what}” is ill written` }),
  function: (what) => ({ fr: `fonction « ${what} »`, en: `function “${what}”` }),
  path: (what) => ({ fr: `recherche « ${what} »`, en: `look-up “${what}”` }),
  reference: (what) => ({ fr: `« ${what} » n’existe pas`, en: `there is no “${what}”` }),
  'too-deep': () => ({ fr: 'trop de parenthèses', en: 'too many brackets' }),
}

/** Why a formula was not taken, for the sentence of the report. */
export function faultWords(fault: ExpressionFault): { readonly fr: string; readonly en: string } {
  return WHY[fault.kind](fault.what)
}

/** What a formula set aside changes, by what it was for. */
const EFFECTS = {
  relevant: { fr: 'la question est toujours posée.', en: 'the question is always asked.' },
  constraint: { fr: 'la réponse n’est pas contrôlée.', en: 'the answer is not checked.' },
  calculation: { fr: 'le calcul reste vide.', en: 'the calculation stays empty.' },
  required: { fr: 'la question est facultative.', en: 'the question is optional.' },
  default: { fr: 'il n’y a pas de valeur de départ.', en: 'there is no starting value.' },
  choice_filter: { fr: 'tous les choix sont proposés.', en: 'every choice is offered.' },
} as const

export type FormulaUse = keyof typeof EFFECTS

/** The words of the note « expression-unread ». */
export function unreadWords(fault: ExpressionFault, use: FormulaUse): Note['words'] {
  const why = faultWords(fault)
  return { why: why.fr, whyEn: why.en, effect: EFFECTS[use].fr, effectEn: EFFECTS[use].en }
}
