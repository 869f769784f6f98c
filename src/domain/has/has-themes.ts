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
