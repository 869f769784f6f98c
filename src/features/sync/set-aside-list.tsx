import { Copy, PenLine, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import type { SetAside } from '#data/workspace.ts'
import { Button } from '#ui/button.tsx'
import { reportFailure } from '#ui/notices.ts'
import { TextField } from '#ui/text-field.tsx'
import { REASON_WORDS, TODO_WORDS } from './failure-words.ts'
import styles from './review/review.module.css'
import { TypedWords } from './review/typed-words.tsx'
import { useRecordName } from './use-record-name.ts'

/** What the server would not file: why, what to do, and the very words. Nothing is thrown away. */
export function SetAsideList({ setAside }: { readonly setAside: readonly SetAside[] }) {
  return (
    <ul className={styles.aside}>
      {setAside.map((item) => (
        <SetAsideItem key={item.n} item={item} />
      ))}
    </ul>
  )
}

function SetAsideItem({ item }: { readonly item: SetAside }) {
  const { t } = useTranslation('sync')
  const nameOf = useRecordName()
  const { writer, mayWrite, replica } = useWorkspace()
  const [reason, setReason] = useState<string>()
  const { n, op, record, type, bucket, fields } = item
  const known = { ...replica.get(record)?.fields, ...fields }

  async function copy() {
    await navigator.clipboard.writeText(
      Object.values(fields)
        .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
        .join('\n'),
    )
  }

  return (
    <li>
      <p className={styles.name}>{nameOf({ record, type, scope: '' }).title}</p>
      <p>
        {t(REASON_WORDS[item.reason])} {t(TODO_WORDS[item.reason])}
      </p>
      <TypedWords type={type} fields={fields} known={known} />
      <div className={styles.actions}>
        {mayWrite(bucket) && (
          <Button
            icon={PenLine}
            onClick={() => reportFailure(writer.writeAgain(n, t('reasonAgain')))}
          >
            {t('writeAgain')}
          </Button>
        )}
        <Button icon={Copy} onClick={() => reportFailure(copy())}>
          {t('copyWords')}
        </Button>
        {reason === undefined && (
          <Button tone="quiet" icon={Trash2} onClick={() => setReason('')}>
            {t('endForGood')}
          </Button>
        )}
      </div>
      {reason !== undefined && (
        <>
          <TextField label={t('endReason')} value={reason} onChange={setReason} />
          <div className={styles.actions}>
            <Button
              disabled={reason.trim() === ''}
              onClick={() => reportFailure(writer.settle([op], reason.trim()))}
            >
              {t('endNow')}
            </Button>
          </div>
        </>
      )}
    </li>
  )
}
