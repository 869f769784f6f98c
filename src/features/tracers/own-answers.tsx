import { useTranslation } from 'react-i18next'
import type { Form } from '#domain/form/form.ts'
import type { Fields } from '#domain/shared/json.ts'
import { easyQuestions } from '#domain/tracer/easy-questions.ts'
import { readOwnWords } from '#domain/tracer/own-answers.ts'
import { DataTable } from '#ui/data-table.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Section } from '#ui/section.tsx'
import { HELPER_WORDS, OWN_ANSWER_WORDS } from './own-answer-words.ts'

interface OwnAnswersProps {
  readonly form: Form
  readonly fields: Fields
}

/** What the person answered on the tablet, as answered: the rating stays the officer's (R-TRA-5). */
export function OwnAnswers({ form, fields }: OwnAnswersProps) {
  const { t } = useTranslation('tracers')
  const text = useText()
  const language = useLanguage()
  const { answers, helper, on } = readOwnWords(fields)
  if (answers.size === 0) return null
  return (
    <Section
      title={t('ownTitle')}
      level={3}
      note={t('ownNote', {
        day: on ? formatDay(on, language, 'long') : '',
        helper: t(HELPER_WORDS[helper]).toLowerCase(),
      })}
    >
      <DataTable
        caption={t('ownTitle')}
        hideCaption
        columns={[
          { key: 'criterion', label: t('ownCriterion') },
          { key: 'ask', label: t('ownQuestion') },
          { key: 'answer', label: t('ownAnswer') },
        ]}
        rows={easyQuestions(form).map(({ criterion, ask }) => {
          const answer = answers.get(criterion)
          return {
            id: criterion,
            cells: {
              criterion,
              ask: text(ask),
              answer: answer ? t(OWN_ANSWER_WORDS[answer]) : t('notYet'),
            },
          }
        })}
      />
    </Section>
  )
}
