import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CriterionQuestion, Question } from '#domain/form/form.ts'
import { scaleOf } from '#domain/form/scales.ts'
import type { Day } from '#domain/shared/day.ts'
import { formatDay } from '../format.ts'
import { useLanguage } from '../i18n.ts'
import { FORM_TEXTS } from './form-texts.ts'
import css from './paper-fields.module.css'

interface PaperEntryProps {
  readonly paper: { readonly on: Day; readonly by: string }
  /** The question in hand; left out where nothing may be typed. */
  readonly question?: Question | undefined
  readonly onAnswer?: (question: CriterionQuestion, code: string) => void
}

/**
 * Says that the filling comes from a paper, and answers with the keyboard: a figure for a step of the
 * scale, in its order or by its sign, N for the one that does not apply. Eyes stay on the paper. A single
 * key that acts must be possible to turn off (WCAG 2.1.4).
 */
export function PaperEntry({ paper, question, onAnswer }: PaperEntryProps) {
  const { t } = useTranslation(FORM_TEXTS)
  const language = useLanguage()
  const [hasKeys, setHasKeys] = useState(true)
  const answer = useRef<(key: string) => void>(undefined)
  useEffect(() => {
    answer.current = (key) => {
      if (question?.type !== 'criterion') return
      const code = codeOfKey(question, key)
      if (code !== undefined) onAnswer?.(question, code)
    }
  })
  useEffect(() => {
    if (!hasKeys) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event)) return
      answer.current?.(event.key)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [hasKeys])
  const day = formatDay(paper.on, language, 'short')
  return (
    <div className={css.entry}>
      <p className="small">
        {paper.by === '' ? t('paperFrom', { day }) : t('paperFromBy', { day, by: paper.by })}
      </p>
      {question && (
        <label className={css.tick}>
          <input
            type="checkbox"
            checked={hasKeys}
            onChange={({ currentTarget }) => setHasKeys(currentTarget.checked)}
          />
          {t('paperKeys')}
        </label>
      )}
    </div>
  )
}

/** By its sign first (« 3 », « * »), then by its place on the scale; N is the step that does not apply. */
function codeOfKey(question: CriterionQuestion, key: string): string | undefined {
  const { steps } = scaleOf(question)
  if (key.toLowerCase() === 'n') {
    return steps.find(({ reading }) => reading === 'not-applicable')?.code
  }
  const signed = steps.find(({ sign }) => sign === key)
  return (signed ?? (/^[1-9]$/.test(key) ? steps[Number(key) - 1] : undefined))?.code
}

/** A figure typed in a field is a figure; radios take none. */
function isTyping({ target }: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open]')) return true
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !/^(radio|checkbox)$/.test(target.type)
  return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName)
}
