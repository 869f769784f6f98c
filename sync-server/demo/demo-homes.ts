import {
  type DispositifId,
  dispositifId,
  type PersonId,
  personId,
  type SiteId,
  siteId,
} from '#domain/shared/ids.ts'
import type { Phone } from '#domain/site/site.ts'
import type { NewPerson, NewSite } from '../setup/create-dispositif.ts'

/*
 * Four homes that do not exist, in communes that do: names, people and places are invented, the
 * coordinates are those of the communes. Mobile numbers are taken from the range kept for fiction.
 */
export const DEMO_DISPOSITIF: DispositifId = dispositifId('e5ca1e00-0000-4000-8000-000000000001')
export const DEMO_NAME = 'Dispositif qualité des Quatre Rives'

const home = (n: number): SiteId => siteId(`e5ca1e00-0000-4000-8000-00000000010${n}`)
const person = (n: number): PersonId => personId(`e5ca1e00-0000-4000-8000-00000000020${n}`)

export const ACOMATS = home(1)
export const RAVINE_CLAIRE = home(2)
export const BEL_ETANG = home(3)
export const MORNE_DORE = home(4)

function phones(extension: string, mobile: string): readonly Phone[] {
  return [
    { label: '15, le SAMU', number: '15', when: 'Malaise, chute grave, étouffement' },
    { label: 'Infirmière de garde', number: extension, when: 'Soin, douleur, médicament' },
    { label: 'Cadre d’astreinte', number: mobile, when: 'Décision, famille, établissement' },
    { label: '17, police ou gendarmerie', number: '17', when: 'Disparition, violence' },
  ]
}

export const DEMO_HOMES: readonly NewSite[] = [
  {
    id: ACOMATS,
    name: 'Les Acomats',
    kind: 'ehpad',
    commune: 'Les Abymes',
    places: 84,
    latitude: 16.271,
    longitude: -61.5045,
    sharesEvents: true,
    isPorteur: true,
    units: [
      { id: 'alamanda', name: 'Alamanda' },
      { id: 'flamboyant', name: 'Flamboyant' },
      { id: 'gaiac', name: 'Gaïac' },
      { id: 'poirier-pays', name: 'Poirier-pays' },
    ],
    phones: phones('4112', '06 39 98 12 40'),
  },
  {
    id: RAVINE_CLAIRE,
    name: 'Ravine-Claire',
    kind: 'ime',
    commune: 'Petit-Bourg',
    places: 48,
    latitude: 16.1915,
    longitude: -61.5906,
    sharesEvents: true,
    units: [
      { id: 'courbaril', name: 'Courbaril' },
      { id: 'manguier', name: 'Manguier' },
      { id: 'tamarin', name: 'Internat Tamarin' },
    ],
    phones: phones('4205', '06 39 98 12 51'),
  },
  {
    id: BEL_ETANG,
    name: 'Bel-Étang',
    kind: 'mas',
    commune: 'Baie-Mahault',
    places: 41,
    latitude: 16.2676,
    longitude: -61.585,
    sharesEvents: true,
    units: [
      { id: 'acajou', name: 'Acajou' },
      { id: 'bois-d-inde', name: 'Bois-d’Inde' },
    ],
    phones: phones('4308', '06 39 98 12 62'),
  },
  {
    id: MORNE_DORE,
    name: 'Morne-Doré',
    kind: 'ehpad',
    commune: 'Le Gosier',
    places: 60,
    latitude: 16.2061,
    longitude: -61.493,
    // Shows the boundary: the shared officer does not read the events of this home.
    sharesEvents: false,
    units: [
      { id: 'fromager', name: 'Fromager' },
      { id: 'raisinier', name: 'Raisinier' },
      { id: 'calebassier', name: 'Calebassier' },
    ],
    phones: phones('4416', '06 39 98 12 73'),
  },
]

const ALL = DEMO_HOMES.map(({ id }) => id)

export const OFFICER = person(1)

/** One of each role first, then the directions and quality leads of the other homes. */
export const DEMO_PEOPLE: readonly NewPerson[] = [
  { id: OFFICER, name: 'Nadia Ferlande', role: 'officer', sites: ALL },
  { id: person(2), name: 'Rosan Belleval', role: 'porteur', sites: ALL },
  { id: person(3), name: 'Line Desravins', role: 'director', sites: [ACOMATS] },
  { id: person(4), name: 'Joël Marival', role: 'quality-lead', sites: [ACOMATS] },
  { id: person(5), name: 'Annick Solvet', role: 'declarant', sites: [ACOMATS] },
  { id: person(6), name: 'Patrice Ozanam', role: 'director', sites: [RAVINE_CLAIRE] },
  { id: person(7), name: 'Sylvie Corbeil', role: 'director', sites: [BEL_ETANG] },
  { id: person(8), name: 'Thierry Valmorin', role: 'director', sites: [MORNE_DORE] },
  {
    id: person(9),
    name: 'Maryse Audibert',
    role: 'quality-lead',
    sites: [RAVINE_CLAIRE, BEL_ETANG, MORNE_DORE],
  },
]

/** Who triages and answers the events of a home. */
export function qualityLeadOf(site: SiteId): PersonId {
  const lead = DEMO_PEOPLE.find(
    ({ role, sites }) => role === 'quality-lead' && sites.includes(site),
  )
  if (!lead) throw new Error(`No quality lead at ${site}`)
  return lead.id
}
