import { useTranslation } from 'react-i18next'
import type { SetAside } from '#data/workspace.ts'
import type { Json } from '#domain/shared/json.ts'
import { REASON_WORDS } from './failure-words.ts'
import type { fr } from './fr.ts'
import styles from './sync.module.css'
import { useRecordName } from './use-record-name.ts'

type FieldKey = Extract<keyof typeof fr, `field${string}`>

/** The fields people type most; another one shows its own name rather than nothing. */
const FIELD_WORDS: ReadonlyMap<string, FieldKey> = new Map([
  ['title', 'fieldTitle'],
  ['pilot', 'fieldPilot'],
  ['dueOn', 'fieldDue'],
  ['finding', 'fieldFinding'],
  ['effect', 'fieldEffect'],
  ['note', 'fieldNote'],
  ['status', 'fieldStatus'],
  ['answer', 'fieldReply'],
])

/** What the server would not file: why, and the very words that were typed. Nothing is thrown away. */
export function SetAsideList({ setAside }: { readonly setAside: readonly SetAside[] }) {
  const { t } = useTranslation('sync')
  const nameOf = useRecordName()
  return (
    <ul className={styles.setAside}>
      {setAside.map(({ n, record, type, reason, fields }) => (
        <li key={n}>
          <p className={styles.name}>{nameOf({ record, type, scope: '' }).title}</p>
          <p>{t(REASON_WORDS[reason])}</p>
          <dl className={styles.typed}>
            {Object.entries(fields).map(([field, value]) => (
              <div key={field}>
                <dt>{fieldWords(field)}</dt>
                <dd>{valueWords(value)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )

  function fieldWords(field: string): string {
    const [group, ...rest] = field.split('.')
    if (group === 'answers') return t('fieldAnswer', { question: rest.join(' ') })
    if (group === 'comments') return t('fieldComment', { question: rest.join(' ') })
    if (group === 'photos') return t('fieldPhoto', { question: rest[0] ?? '' })
    const words = FIELD_WORDS.get(field)
    return words ? t(words) : field
  }

  function valueWords(value: Json): string {
    if (value === null) return t('emptied')
    return typeof value === 'string' ? value : JSON.stringify(value)
  }
}
