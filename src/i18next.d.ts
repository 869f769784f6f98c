/*
 * Keys are typed from the French dictionaries: a missing or misspelt key does not compile.
 * Type-only imports: nothing here reaches a bundle.
 */
import 'i18next'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui'
    resources: {
      ui: typeof import('#ui/fr.ts').fr
      form: typeof import('#ui/form/fr.ts').fr
      install: typeof import('#ui/install/fr.ts').fr
      shell: typeof import('#app/fr.ts').fr
      tour: typeof import('#features/tour/fr.ts').fr &
        typeof import('#features/tour/inner/fr.ts').fr
      dashboard: typeof import('#features/dashboard/fr.ts').fr
      audits: typeof import('#features/audits/fr.ts').fr
      grids: typeof import('#features/grids/fr.ts').fr &
        typeof import('#features/grids/import/fr.ts').fr
      epp: typeof import('#features/epp/fr.ts').fr
      tracers: typeof import('#features/tracers/fr.ts').fr
      events: typeof import('#features/adverse-events/fr.ts').fr
      actions: typeof import('#features/action-plan/fr.ts').fr
      access: typeof import('#features/access/fr.ts').fr
      settings: typeof import('#features/settings/fr.ts').fr
      'event-clocks': typeof import('#features/adverse-events/clocks/fr.ts').fr
      'event-analysis': typeof import('#features/adverse-events/analysis/fr.ts').fr
      'event-author': typeof import('#features/adverse-events/author/fr.ts').fr
      'event-numbers': typeof import('#features/adverse-events/numbers/fr.ts').fr
      'event-return': typeof import('#features/adverse-events/return/fr.ts').fr
      handover: typeof import('#features/handover/fr.ts').fr
      sync: typeof import('#features/sync/fr.ts').fr
      declare: typeof import('#declare/fr.ts').fr & typeof import('#declare/hand-over/fr.ts').fr
      'declare-answer': typeof import('#declare/answer/fr.ts').fr
      'declare-photo': typeof import('#declare/photo/fr.ts').fr
    }
  }
}
