import { Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question } from '#domain/form/form.ts'
import { allQuestions } from '#domain/form/form.ts'
import { audienceOf } from '#domain/tracer/audience.ts'
import { Button } from '#ui/button.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Sheet } from '#ui/sheet.tsx'
import { ConditionField } from '../condition-field.tsx'
import { GridText } from '../grid-text.tsx'
import css from '../grids.module.css'
import { Place } from '../place.tsx'
import type { GridState } from '../use-grid.ts'
import { AnswerSettings } from './answer-settings.tsx'
import { EasyFields } from './easy-fields.tsx'
import { QuestionDetails } from './question-details.tsx'
import { changed } from './question-details-props.ts'
import { TypeField } from './type-field.tsx'

interface QuestionSheetProps {
  readonly grid: GridState
  readonly section: string
  readonly id: string
  readonly onClose: () => void
}

/** One question: its words, its type, what its type asks, when it is asked. */
export function QuestionSheet({ grid, section, id, onClose }: QuestionSheetProps) {
  const { t } = useTranslation('grids')
  const questions = useMemo(() => allQuestions(grid.draft), [grid.draft])
  const others = useMemo(() => questions.filter((each) => each.id !== id), [questions, id])
  const question = questions.find((each) => each.id === id)
  if (!question) return null
  const save = (next: Question) => grid.saveQuestion(next, section, question)
  const change = (next: Question) => reportFailure(save(next))
  const details = { grid, question, draftKey: `${grid.id}:${id}`, onChange: change, save }
  const own = grid.draft.sections.find((each) => each.id === section)
  const isAskedAlone = grid.draft.kind === 'tracer' && own && audienceOf(own) === 'person'
  return (
    <Sheet isOpen onClose={onClose} title={t('question', { id })}>
      <div className={css.sheet}>
        <Place name={`${id}:label`}>
          <GridText
            label={t('label')}
            value={question.label}
            draftKey={`${grid.id}:${id}:label`}
            onCommit={(label) => save({ ...question, label })}
          />
        </Place>
        <TypeField {...details} />
        <GridText
          label={t('hint')}
          value={question.hint ?? { fr: '', en: '' }}
          draftKey={`${grid.id}:${id}:hint`}
          onCommit={(hint) => save({ ...question, hint })}
        />
        <QuestionDetails {...details} />
        {isAskedAlone && question.type === 'criterion' && (
          <Place name={`${id}:easy`}>
            <EasyFields {...details} question={question} />
          </Place>
        )}
        <AnswerSettings {...details} />
        <Place name={`${id}:condition`}>
          <ConditionField
            label={t('relevance')}
            questions={others}
            value={question.relevance}
            draftKey={`${grid.id}:${id}:condition`}
            onChange={(relevance) => change(changed(question, { relevance }))}
          />
        </Place>
        <div className={css.sheetEnd}>
          <Button
            tone="quiet"
            icon={Trash2}
            onClick={() => {
              reportFailure(grid.removeQuestion(id))
              onClose()
            }}
          >
            {t('remove')}
          </Button>
          <Button tone="primary" onClick={onClose}>
            {t('done')}
          </Button>
        </div>
      </div>
    </Sheet>
  )
}
