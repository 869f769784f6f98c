import { Plus, Trash2 } from 'lucide-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupQuestion, Question } from '#domain/form/form.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { GridText } from './grid-text.tsx'
import css from './grids.module.css'
import type { QuestionDetailsProps } from './question-details-props.ts'
import { questionOfType, TYPES, type TypeCode, typeOf } from './question-types.ts'

interface RowQuestionsProps extends QuestionDetailsProps {
  readonly question: GroupQuestion
  /** What the type of a question asks: handed in, for it is what holds these rows. */
  readonly details: ComponentType<QuestionDetailsProps>
}

/** What each row of a group asks: words and type; a group holds no other group. */
export function RowQuestions(props: RowQuestionsProps) {
  const { question, draftKey, onChange, save, details: Details } = props
  const { t } = useTranslation('grids')
  const { questions } = question
  const put = (own: Question): Question => ({
    ...question,
    questions: questions.map((each) => (each.id === own.id ? own : each)),
  })
  const add = () => {
    let at = 1
    while (questions.some(({ id }) => id === `${question.id}_${at}`)) at += 1
    const own = { id: `${question.id}_${at}`, label: { fr: '', en: '' } }
    onChange({ ...question, questions: [...questions, questionOfType('yes-no-na', own)] })
  }
  return (
    <fieldset className={css.choices}>
      <legend>{t('rows')}</legend>
      {questions.map((own, at) => (
        <div key={own.id} className={css.choice}>
          <GridText
            label={t('rowLabel', { number: at + 1 })}
            value={own.label}
            draftKey={`${draftKey}:${own.id}`}
            onCommit={(label) => save(put({ ...own, label }))}
            rows={1}
          />
          <SelectField
            label={t('type')}
            value={typeOf(own)}
            onChange={(code) => onChange(put(questionOfType(code as TypeCode, own)))}
            options={TYPES.filter(({ code }) => code !== 'repeat' && code !== 'opportunities').map(
              ({ code, key }) => ({ value: code, label: t(key) }),
            )}
          />
          <Button
            icon={Trash2}
            aria-label={t('rowRemove', { number: at + 1 })}
            onClick={() =>
              onChange({ ...question, questions: questions.filter((each) => each !== own) })
            }
          />
          <div className={css.rowDetails}>
            <Details
              question={own}
              draftKey={`${draftKey}:${own.id}`}
              onChange={(next) => onChange(put(next))}
              save={(next) => save(put(next))}
            />
          </div>
        </div>
      ))}
      <Button icon={Plus} onClick={add}>
        {t('rowAdd')}
      </Button>
    </fieldset>
  )
}
