/** Every address of the app. No screen writes a path by hand. */
export const paths = {
  home: () => '/',
  join: () => '/rejoindre',
  setup: () => '/installation',
  profiles: () => '/personnes',
  departure: () => '/depart',
  site: (site: string) => `/etablissements/${site}`,
  audits: () => '/audits',
  audit: (id: string) => `/audits/${id}`,
  auditResult: (id: string) => `/audits/${id}/resultat`,
  auditDouble: (id: string) => `/audits/${id}/double-cotation`,
  grids: () => '/grilles',
  /** A form made elsewhere, read from a file. */
  importGrid: () => '/grilles/importer',
  grid: (id: string) => `/grilles/${id}`,
  resumeAudit: () => '/audits/reprendre',
  epps: () => '/epp',
  epp: (id: string) => `/epp/${id}`,
  tracers: () => '/traceurs',
  tracer: (id: string) => `/traceurs/${id}`,
  events: () => '/evenements',
  event: (id: string) => `/evenements/${id}`,
  analysis: (event: string) => `/evenements/${event}/analyse`,
  /** Words of the levels and zones, the same for every home. */
  scales: () => '/evenements/echelles',
  analyses: () => '/evenements/analyses',
  /** Who must be told of which event: the table, for everyone. */
  channels: () => '/evenements/qui-prevenir',
  /** « Vous avez dit, nous avons fait », by unit. */
  eventReturn: () => '/evenements/retour',
  /** Rates, run chart and Pareto of the events of a home. */
  eventNumbers: () => '/evenements/chiffres',
  charter: () => '/evenements/charte',
  actions: () => '/actions',
  action: (id: string) => `/actions/${id}`,
  sync: () => '/envois',
  /** What waits for a person; the query names one field of one record. */
  review: () => '/a-revoir',
  handover: () => '/rendez-vous',
  handoverScan: () => '/rendez-vous/scanner',
  settings: () => '/reglages',
  team: () => '/equipe',
  posters: () => '/affiches',
} as const

/** « À revoir », opened at the disagreement of one record. */
export function reviewPath(record: string): string {
  return `${paths.review()}?fiche=${record}`
}

/** The light entry of the ward phone: another page, another bundle. The token stays in the fragment. */
export const declarePath = '/declarer'
