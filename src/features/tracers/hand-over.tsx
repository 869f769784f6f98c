import { TabletSmartphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Form } from '#domain/form/form.ts'
import type { Fields } from '#domain/shared/json.ts'
import { easyQuestions } from '#domain/tracer/easy-questions.ts'
import { HELPERS, readOwnWords } from '#domain/tracer/own-answers.ts'
import { Button } from '#ui/button.tsx'
import { ChoiceList } from '#ui/choice-list.tsx'
import css from '#ui/form/start-form.module.css'
import { reportFailure } from '#ui/notices.ts'
import { Section } from '#ui/section.tsx'
import { handTabletOver } from './alone/alone-lock.ts'
import { HELPER_WORDS } from './own-answer-words.ts'

interface HandOverProps {
  readonly tracer: string
  readonly form: Form
  readonly fields: Fields
  readonly save: (changes: Fields, place: string) => Promise<boolean>
}

/** Before the tablet is handed: who stays beside the person, and how one comes back. */
export function HandOver({ tracer, form, fields, save }: HandOverProps) {
  const { t } = useTranslation('tracers')
  const { helper, answers } = readOwnWords(fields)
  if (easyQuestions(form).length === 0) return null
  return (
    <Section title={t('aloneTitle')} note={t('aloneNote')}>
      <div className={css.start}>
        <ChoiceList
          label={t('helper')}
          options={HELPERS.map((code) => ({ code, label: t(HELPER_WORDS[code]) }))}
          value={[helper]}
          onChange={([code]) => reportFailure(save({ ownHelper: code ?? 'alone' }, 'person'))}
        />
        <div>
          <Button icon={TabletSmartphone} size="big" onClick={() => handTabletOver(tracer)}>
            {t(answers.size > 0 ? 'aloneAgain' : 'aloneHand')}
          </Button>
        </div>
      </div>
    </Section>
  )
}
