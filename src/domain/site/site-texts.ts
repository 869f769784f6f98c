import type { Text } from '../shared/text.ts'
import type { SiteKind } from './site.ts'
import type { VisitStatus } from './visit.ts'

/** The acronym is the word used in the field, in both languages. */
export const SITE_KIND_TEXTS: Record<SiteKind, Text> = {
  ehpad: { fr: 'EHPAD', en: 'EHPAD' },
  ime: { fr: 'IME', en: 'IME' },
  mas: { fr: 'MAS', en: 'MAS' },
  itep: { fr: 'ITEP', en: 'ITEP' },
  fam: { fr: 'FAM', en: 'FAM' },
  other: { fr: 'Établissement', en: 'Establishment' },
}

/** What the acronym means, for who does not know it. */
export const SITE_KIND_MEANINGS: Record<SiteKind, Text> = {
  ehpad: {
    fr: 'Établissement d’hébergement pour personnes âgées dépendantes',
    en: 'Nursing home for older people',
  },
  ime: { fr: 'Institut médico-éducatif', en: 'Special school with care, for children' },
  mas: { fr: 'Maison d’accueil spécialisée', en: 'Home for adults with severe disabilities' },
  itep: {
    fr: 'Institut thérapeutique, éducatif et pédagogique',
    en: 'Therapeutic and educational institute',
  },
  fam: { fr: 'Foyer d’accueil médicalisé', en: 'Home with medical care for adults' },
  other: { fr: 'Établissement ou service', en: 'Establishment or service' },
}

export const VISIT_STATUS_TEXTS: Record<VisitStatus, Text> = {
  planned: { fr: 'Prévue', en: 'Planned' },
  done: { fr: 'Faite', en: 'Done' },
  cancelled: { fr: 'Annulée', en: 'Cancelled' },
}
