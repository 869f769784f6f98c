import { useTranslation } from 'react-i18next'
import type { ImportOutcome } from '#data/bundle/handover.ts'
import { Notice, type NoticeTone } from '#ui/notice.tsx'
import type { fr } from './fr.ts'
import { useParts } from './use-parts.ts'

export type FileOutcome = ImportOutcome | { readonly kind: 'read-failed' }
export type Outcome = FileOutcome & { readonly name: string }

type Fault = Extract<ImportOutcome, { kind: 'fault' }>['fault']

/** Complete by their types: an outcome without its sentence does not compile. */
const FAULT_WORDS: Record<Fault, keyof typeof fr> = {
  'too-large': 'outTooLarge',
  foreign: 'outForeign',
  newer: 'outNewer',
  damaged: 'outDamaged',
  unreadable: 'outUnreadable',
}
const WORDS = {
  'already-carried': ['neutral', 'outAlreadyCarried'],
  'own-work': ['watch', 'outOwnWork'],
  'other-dispositif': ['watch', 'outOtherDispositif'],
  'send-again': ['watch', 'outSendAgain'],
  'nothing-new': ['neutral', 'outNothingNew'],
  'not-for-us': ['watch', 'outNotForUs'],
  clone: ['alert', 'outClone'],
  'read-failed': ['alert', 'outReadFailed'],
} as const satisfies Record<
  Exclude<FileOutcome['kind'], 'carried' | 'receipt' | 'fault'>,
  readonly [NoticeTone, keyof typeof fr]
>

/** What became of one file, in one sentence. */
export function OutcomeNotice({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTranslation('handover')
  const partsOf = useParts()
  switch (outcome.kind) {
    case 'carried':
      return <Notice tone="ok" title={t('outCarried', { parts: partsOf(outcome) })} />
    case 'receipt':
      return <Notice tone="ok" title={t('outReceipt', { count: outcome.answered })} />
    case 'fault':
      return (
        <Notice tone="watch" title={outcome.name}>
          {t(FAULT_WORDS[outcome.fault])}
        </Notice>
      )
    default: {
      const [tone, key] = WORDS[outcome.kind]
      return (
        <Notice tone={tone} title={outcome.name}>
          {t(key)}
        </Notice>
      )
    }
  }
}
