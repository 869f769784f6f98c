import { Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question } from '#domain/form/form.ts'
import { allQuestions } from '#domain/form/form.ts'
import { audienceOf } from '#domain/tracer/audience.ts'
import { Button } from '#ui/button.tsx'
import { reportFailure } from '#ui/notices.ts'
import { SelectField } from '#ui/select-field.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { ConditionField } from './condition-field.tsx'
import { EasyFields } from './easy-fields.tsx'
import { GridText } from './grid-text.tsx'
import css from './grids.module.css'
import { QuestionDetails } from './question-details.tsx'
import { questionOfType, TYPES, type TypeCode, typeOf } from './question-types.ts'
import type { GridState } from './use-grid.ts'

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
  const type = typeOf(question)
  const own = grid.draft.sections.find((each) => each.id === section)
  const isAskedAlone = grid.draft.kind === 'tracer' && own && audienceOf(own) === 'person'
  return (
    <Sheet isOpen onClose={onClose} title={t('question', { id })}>
      <div className={css.sheet}>
        <GridText
          label={t('label')}
          value={question.label}
          draftKey={`${grid.id}:${id}:label`}
          onCommit={(label) => save({ ...question, label })}
        />
        <SelectField
          label={t('type')}
          value={type}
          onChange={(code) => change(questionOfType(code as TypeCode, question))}
          options={[
            ...(type === 'custom' ? [{ value: 'custom', label: t('typeCustom') }] : []),
            ...TYPES.map(({ code, key }) => ({ value: code, label: t(key) })),
          ]}
        />
        <GridText
          label={t('hint')}
          value={question.hint ?? { fr: '', en: '' }}
          draftKey={`${grid.id}:${id}:hint`}
          onCommit={(hint) => save({ ...question, hint })}
        />
        <QuestionDetails
          question={question}
          draftKey={`${grid.id}:${id}`}
          onChange={change}
          save={save}
        />
        {isAskedAlone && question.type === 'criterion' && (
          <EasyFields
            question={question}
            draftKey={`${grid.id}:${id}`}
            onChange={change}
            save={save}
          />
        )}
        <ConditionField
          label={t('relevance')}
          questions={others}
          value={question.relevance}
          onChange={(relevance) => change(withRelevance(question, relevance))}
        />
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

function withRelevance(question: Question, relevance: Question['relevance']): Question {
  const { relevance: _, ...rest } = question
  return (relevance === undefined ? rest : { ...rest, relevance }) as Question
}
