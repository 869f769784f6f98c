import { useTranslation } from 'react-i18next'
import type { Dispute, Snapshot } from '#data/workspace.ts'
import { Section } from '#ui/section.tsx'
import { useRecordName } from '../use-record-name.ts'
import styles from './review.module.css'
import { useFieldWords } from './use-field-words.ts'

interface Item {
  readonly key: string
  readonly snapshot: Snapshot
  readonly dispute: Dispute
}

/** The disagreements not in hand; one tap brings one up. */
export function OtherDisputes<T extends Item>({
  items,
  onShow,
}: {
  readonly items: readonly T[]
  readonly onShow: (item: T) => void
}) {
  const { t } = useTranslation('sync')
  const recordName = useRecordName()
  const { nameOf } = useFieldWords()
  return (
    <Section title={t('otherDisputes')} level={3}>
      <ul className={styles.others}>
        {items.map((item) => {
          const { id, type, scope } = item.snapshot
          const { title, place } = recordName({ record: id, type, scope })
          return (
            <li key={item.key}>
              <button type="button" className={styles.other} onClick={() => onShow(item)}>
                {nameOf(item.snapshot, item.dispute.field)}
                <small>{[title, place].filter(Boolean).join(', ')}</small>
              </button>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
