import { findPersonalData } from '../adverse-event/personal-data-guard.ts'

const SHORTEST_NAME = 3

/**
 * Whether a free text seems to name somebody: one of `people` (first name or surname, accents and
 * capitals aside), or what looks like a name or a room (R-EI-5). May be wrong on the careful side: what
 * goes on a wall loses an unlucky word rather than showing a person (R-RES-2).
 */
export function saysAName(text: string, people: readonly string[]): boolean {
  if (findPersonalData(text).length > 0) return true
  const said = new Set(wordsOf(text))
  return people
    .flatMap(wordsOf)
    .some((name) => name.length >= SHORTEST_NAME && !isFunction(name) && said.has(name))
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.split(/[^\p{L}]+/u).filter(Boolean)
}

/** People are sometimes entered by their function: « Cadre de santé » is no name. */
function isFunction(word: string): boolean {
  return FUNCTIONS.has(word)
}

const FUNCTIONS = new Set(
  wordsOf(
    'chargé chargée mission qualité référent référente direction directeur directrice cadre santé infirmier infirmière soignant soignante équipe nuit jour médecin coordonnateur coordonnatrice chef service les des une par pour avec',
  ),
)
