import { addTextsOnDemand } from '#ui/i18n.ts'
import { fr } from './fr.ts'

// Imported by each page that shows them: awaited here, they are there before it is drawn.
await addTextsOnDemand('tour', { fr, en: async () => (await import('./en.ts')).en })
