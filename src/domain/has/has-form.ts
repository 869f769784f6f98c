import type { Carried, CriterionQuestion, Form, Section } from '../form/form.ts'
import type { Text } from '../shared/text.ts'
import { byNumber, elementId } from './has-number.ts'
import { IMPERATIFS } from './imperatifs.ts'

/** One element of the user's own HAS or Synaé file: the words are theirs, never shipped. */
export interface HasElement {
  /** Number of its critère, « 2.2.1 ». */
  readonly criterion: string
  readonly label: string
  /** Number of the thématique, « 2 », when the file says it. */
  readonly theme?: string | undefined
  /** Title of its objectif, when the file says it. */
  readonly objectiveLabel?: string | undefined
  /** Chapter 1 is asked to the person, then to the professionals. */
  readonly audience?: Section['audience'] | undefined
  /** Words of the critère above the element. */
  readonly help?: string | undefined
  /** The line of the file it came from, to be given back. */
  readonly carried?: Carried | undefined
}

/** Which manual a grid follows; either may be unknown, and is then empty. */
export type HasIdentity = Pick<HasSource, 'manual' | 'finess'>

export interface HasSource {
  /** Version of the référentiel, « 2025-07 »: a grid is always attached to one. */
  readonly manual: string
  /** Category of the FINESS register, « 500 », which decides what applies. */
  readonly finess: string
  readonly elements: readonly HasElement[]
}

/**
 * The self-evaluation grid of one kind of home: an objectif is a section, an element a line rated
 * 1 2 3 4 * NC RI, in the order of the manual. Elements of one critère keep the order of the file. A
 * critère impératif is known by its number, whatever the file marks (R-HAS-1).
 */
export function hasForm({ manual, finess, elements }: HasSource): Form {
  const objectives = groupBy(elements, ({ criterion }) =>
    criterion.split('.').slice(0, 2).join('.'),
  )
  return {
    id: ['has', finess, manual].filter((part) => part !== '').join('-'),
    version: 1,
    kind: 'audit',
    method: 'self-evaluation',
    unit: 'structure',
    ...hasNames({ manual, finess }),
    sections: [...objectives]
      .sort(([a], [b]) => byNumber(a, b))
      .map(([number, own]) => sectionOf(number, own)),
  }
}

/** How a grid of the HAS is called: its version and its category are always said when they are known. */
export function hasNames({ manual, finess }: HasIdentity): Pick<Form, 'code' | 'title' | 'source'> {
  const said = (version: string, category: string) =>
    [manual && `, ${version} ${manual}`, finess && `, ${category} ${finess}`].join('')
  const fr = said('version', 'catégorie FINESS')
  const en = said('version', 'FINESS category')
  return {
    code: finess === '' ? 'HAS' : `HAS ${finess}`,
    title: {
      fr: `Auto-évaluation sur le référentiel HAS${fr}`,
      en: `Self-evaluation on the HAS manual${en}`,
    },
    source: {
      fr: `Référentiel de la HAS${fr}, importé du fichier de l’établissement. Une auto-évaluation n’est pas une évaluation de la HAS.`,
      en: `HAS manual${en}, imported from the home’s own file. A self-evaluation is no evaluation by the HAS.`,
    },
  }
}

function sectionOf(number: string, elements: readonly HasElement[]): Section {
  const first = elements[0]
  const label = first?.objectiveLabel
  const criteria = groupBy(elements, ({ criterion }) => criterion)
  return {
    id: `o${number.replace('.', '-')}`,
    title: same(label?.includes(number) ? label : [number, label].filter(Boolean).join(' ')),
    ...(first?.theme ? { theme: first.theme } : {}),
    ...(first?.audience ? { audience: first.audience } : {}),
    questions: [...criteria]
      .sort(([a], [b]) => byNumber(a, b))
      .flatMap(([criterion, own]) => own.map((element, at) => lineOf(criterion, element, at + 1))),
  }
}

function lineOf(
  criterion: string,
  { label, help, carried }: HasElement,
  rank: number,
): CriterionQuestion {
  return {
    id: elementId(criterion, rank),
    type: 'criterion',
    scale: 'has',
    label: same(label),
    ...(help ? { hint: same(help) } : {}),
    ...(carried ? { carried } : {}),
    ...(IMPERATIFS.has(criterion) ? { imperatif: criterion } : {}),
  }
}

/** The words of a French file, in both languages: nothing is translated that is not ours. */
function same(words: string): Text {
  return { fr: words, en: words }
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return groups
}
