import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Dispute, Snapshot } from '#data/workspace.ts'
import { writersOf } from '#domain/rights/rights.ts'
import { parseBucketId } from '#domain/site/bucket.ts'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { MarkedText } from './marked-text.tsx'
import styles from './review.module.css'
import { isWords, thirdValue } from './third-value.ts'
import { ROLE_WORDS, useAuthorWords } from './use-author-words.ts'
import { useFieldWords } from './use-field-words.ts'
import { type PickedValue, ValuePick } from './value-pick.tsx'

interface SettleDisputeProps {
  readonly snapshot: Snapshot
  readonly dispute: Dispute
  readonly mayWrite: boolean
  readonly picked: Picked | undefined
  readonly onPick: (picked: Picked) => void
}

/** What the dock will keep, and how it says so. */
export interface Picked {
  readonly code: string
  readonly value: Dispute['values'][number]['value']
}

const THIRD = 'third'

/** One disagreement: its values side by side, and a third one where words can be joined. */
export function SettleDispute({ snapshot, dispute, mayWrite, picked, onPick }: SettleDisputeProps) {
  const { t } = useTranslation('sync')
  const authorOf = useAuthorWords()
  const { valueWords, nameOf } = useFieldWords()
  const { type } = snapshot
  const { field } = dispute
  const third = thirdValue(type, field, dispute.values)
  const [edited, setEdited] = useState<string>()

  const values: readonly PickedValue[] = dispute.values.map(({ value, authors }, at) => {
    const other = dispute.values[at === 0 ? 1 : 0]?.value ?? null
    const isLong = isWords(type, field, value)
    const compares = isLong && typeof other === 'string'
    return {
      code: String(at),
      title: compares ? (
        <MarkedText text={value} other={other} />
      ) : (
        valueWords(snapshot, field, value)
      ),
      author: authors[0] && authorOf(authors[0]),
      isLong,
    }
  })
  const joined: readonly PickedValue[] = third
    ? [
        {
          code: THIRD,
          title: valueWords(snapshot, field, third.value),
          author: undefined,
          isLong: true,
          note: t(noteOf(third)),
        },
      ]
    : []

  return (
    <>
      <ValuePick
        label={t('pickLabel', { field: nameOf(snapshot, field) })}
        values={mayWrite ? [...values, ...joined] : values}
        value={picked?.code}
        onChange={mayWrite ? pick : undefined}
      />
      {mayWrite && picked?.code === THIRD && typeof third?.value === 'string' && (
        <TextField
          label={t('thirdEdit')}
          multiline
          value={edited ?? third.value}
          onChange={(text) => {
            setEdited(text)
            onPick({ code: THIRD, value: text })
          }}
        />
      )}
      {!mayWrite && (
        <Notice title={t('readOnlyTitle')}>{t('readOnlyText', { who: keepers() })}</Notice>
      )}
      <p className={styles.who}>{t('othersKept')}</p>
    </>
  )

  function pick(code: string): void {
    if (code === THIRD && third) onPick({ code, value: edited ?? third.value })
    else onPick({ code, value: dispute.values[Number(code)]?.value ?? null })
  }

  function keepers(): string {
    const bucketClass = parseBucketId(snapshot.bucket)?.bucketClass
    return bucketClass
      ? writersOf(bucketClass)
          .map((role) => t(ROLE_WORDS[role]))
          .join(', ')
      : ''
  }
}

function noteOf(third: NonNullable<ReturnType<typeof thirdValue>>) {
  if (third.kind === 'both') return 'thirdBoth'
  return third.clashes ? 'thirdClashes' : 'thirdProposal'
}
