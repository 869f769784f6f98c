import {
  CalendarDays,
  ClipboardCheck,
  Files,
  FileText,
  LayoutGrid,
  ListChecks,
  type LucideIcon,
  Megaphone,
  UserRoundSearch,
} from 'lucide-react'
import type { RecordType } from '#domain/record-types.ts'
import type { fr } from './fr.ts'

interface RecordWord {
  readonly key: Extract<keyof typeof fr, `type${string}`>
  readonly icon: LucideIcon
}

const figure: RecordWord = { key: 'typeFigure', icon: FileText }

/** What a record is called on this page, and its icon. Complete by type. */
export const RECORD_WORDS: Record<RecordType, RecordWord> = {
  dispositif: { key: 'typeDispositif', icon: FileText },
  site: { key: 'typeSite', icon: FileText },
  person: { key: 'typePerson', icon: FileText },
  device: { key: 'typeDevice', icon: FileText },
  audit: { key: 'typeAudit', icon: ClipboardCheck },
  epp: { key: 'typeEpp', icon: Files },
  tracer: { key: 'typeTracer', icon: UserRoundSearch },
  grid: { key: 'typeGrid', icon: LayoutGrid },
  'grid-version': { key: 'typeGridVersion', icon: LayoutGrid },
  action: { key: 'typeAction', icon: ListChecks },
  visit: { key: 'typeVisit', icon: CalendarDays },
  'adverse-event': { key: 'typeEvent', icon: Megaphone },
  'event-analysis': { key: 'typeEventAnalysis', icon: Megaphone },
  'event-photo': { key: 'typeEvent', icon: Megaphone },
  'event-said': { key: 'typeEvent', icon: Megaphone },
  declarant: { key: 'typeDeclarant', icon: Megaphone },
  'named-declarant': { key: 'typeDeclarant', icon: Megaphone },
  'indicator-value': { key: 'typeIndicator', icon: FileText },
  receipt: { key: 'typeReceipt', icon: FileText },
  'filling-figure': figure,
  'action-figure': figure,
  'event-figure': figure,
  'visit-figure': figure,
}
