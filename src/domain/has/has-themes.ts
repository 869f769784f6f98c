import type { Text } from '../shared/text.ts'

/** The nine thématiques by their number, in short; the full wording comes with an import. */
export const HAS_THEMES: Readonly<Record<string, Text>> = {
  '1': { fr: 'Bientraitance et éthique', en: 'Respectful care and ethics' },
  '2': { fr: 'Droits', en: 'Rights' },
  '3': { fr: 'Expression et participation', en: 'Voice and participation' },
  '4': { fr: 'Projet personnalisé', en: 'Personal plan' },
  '5': { fr: 'Autonomie', en: 'Autonomy' },
  '6': { fr: 'Santé', en: 'Health' },
  '7': { fr: 'Parcours', en: 'Pathway' },
  '8': { fr: 'Ressources humaines', en: 'Human resources' },
  '9': { fr: 'Qualité et risques', en: 'Quality and risks' },
}

/** A word of each thématique that no other has, without accents. */
const WORDS: readonly (readonly [string, RegExp])[] = [
  ['1', /bientraitance/],
  ['2', /droits/],
  ['3', /expression/],
  ['4', /projet/],
  ['5', /autonomie/],
  ['6', /sante/],
  ['7', /parcours/],
  ['8', /ressources humaines/],
  ['9', /risques|demarche qualite/],
]

/** Number of a thématique from its title in a file, « Thématique 2 : … » or its words alone. */
export function themeNumber(title: string): string | undefined {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const [, number] = /(?:^|thematique |theme )([1-9])\b/.exec(plain) ?? []
  return number ?? WORDS.find(([, word]) => word.test(plain))?.[0]
}
