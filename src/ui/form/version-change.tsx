import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question } from '#domain/form/form.ts'
import { stepOf } from '#domain/form/scales.ts'
import type { Json } from '#domain/shared/json.ts'
import { Button } from '../button.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { useText } from '../i18n.ts'
import { Notice } from '../notice.tsx'
import { reportFailure } from '../notices.ts'
import { FORM_TEXTS } from './form-texts.ts'
import css from './version-change.module.css'

interface AsideLine {
  readonly key: string
  readonly value: Json
  readonly version: number | undefined
  readonly question: Question | undefined
}

interface VersionChangeProps {
  /** Version in hand. */
  readonly version: number
  readonly newer:
    | { readonly version: number; readonly kept: number; readonly aside: number }
    | undefined
  readonly aside: readonly AsideLine[]
  /** Versions to which something set aside would come back. */
  readonly former: readonly number[]
  readonly onMove: (version: number) => Promise<void>
}

/**
 * Offers the version published since the filling was begun, and says before what follows and what is set
 * aside; then shows what has no place in it, with the way back. Nothing where there is nothing to say.
 */
export function VersionChange({ version, newer, aside, former, onMove }: VersionChangeProps) {
  const { t } = useTranslation(FORM_TEXTS)
  const [asked, setAsked] = useState<number>()
  const explained = newer && (
    <>
      <p>{t('versionKept', { count: newer.kept })}</p>
      {newer.aside > 0 && <p>{t('versionAside', { count: newer.aside, version })}</p>}
    </>
  )
  return (
    <>
      {newer && (
        <Notice
          title={t('versionPublished', { version: newer.version })}
          action={
            <Button onClick={() => setAsked(newer.version)}>
              {t('versionMove', { version: newer.version })}
            </Button>
          }
        >
          {explained}
        </Notice>
      )}
      {aside.length > 0 && (
        <Notice
          title={t('asideTitle', { count: aside.length })}
          action={former.map((each) => (
            <Button key={each} onClick={() => reportFailure(onMove(each))}>
              {t('versionBack', { version: each })}
            </Button>
          ))}
        >
          <p>{t('asideText')}</p>
          <ul className={css.lines}>
            {aside.map((line) => (
              <AsideAnswer key={line.key} line={line} />
            ))}
          </ul>
        </Notice>
      )}
      <ConfirmDialog
        isOpen={newer !== undefined && asked === newer.version}
        onClose={() => setAsked(undefined)}
        title={t('versionMove', { version: newer?.version ?? version })}
        confirmLabel={t('versionMove', { version: newer?.version ?? version })}
        onConfirm={() => newer && reportFailure(onMove(newer.version))}
      >
        {explained}
      </ConfirmDialog>
    </>
  )
}

function AsideAnswer({ line: { key, value, version, question } }: { readonly line: AsideLine }) {
  const { t } = useTranslation(FORM_TEXTS)
  const text = useText()
  return (
    <li>
      {question ? text(question.label) : key} <strong>{wordsOf(question, value, text)}</strong>
      {version !== undefined && (
        <span className={css.version}>{t('asideVersion', { version })}</span>
      )}
    </li>
  )
}

/** An answer in the words of its question; as it is stored when its question is not here. */
function wordsOf(
  question: Question | undefined,
  value: Json,
  text: ReturnType<typeof useText>,
): string {
  if (question?.type === 'criterion') {
    const step = stepOf(question, value)
    if (step) return text(step.label)
  }
  if (question?.type === 'single' || question?.type === 'multiple') {
    const codes = Array.isArray(value) ? value : [value]
    return codes
      .map((code) => {
        const choice = question.choices.find((each) => each.code === code)
        return choice ? text(choice.label) : String(code)
      })
      .join(', ')
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
