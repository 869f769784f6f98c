import { Plus, Trash2 } from 'lucide-react'
import { type ComponentType, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { allQuestions, type GroupQuestion, type Question } from '#domain/form/form.ts'
import { Button } from '#ui/button.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { ConditionField } from '../condition-field.tsx'
import { GridText } from '../grid-text.tsx'
import css from '../grids.module.css'
import { Place } from '../place.tsx'
import { questionOfType } from '../question-types.ts'
import { AnswerSettings } from './answer-settings.tsx'
import { changed, type QuestionDetailsProps } from './question-details-props.ts'
import { TypeField } from './type-field.tsx'

interface RowQuestionsProps extends QuestionDetailsProps<GroupQuestion> {
  /** What the type of a question asks: handed in, for it is what holds these rows. */
  readonly details: ComponentType<QuestionDetailsProps>
}

/** What each row of a group asks, how a row is called and how many there may be; a group holds no other group. */
export function RowQuestions(props: RowQuestionsProps) {
  const { grid, question, draftKey, onChange, save, details: Details } = props
  const { t } = useTranslation('grids')
  const { questions } = question
  const others = allQuestions(grid.draft)
  const put = (own: Question): Question => ({
    ...question,
    questions: questions.map((each) => (each.id === own.id ? own : each)),
  })
  const add = () => {
    let at = 1
    while (others.some(({ id }) => id === `${question.id}_${at}`)) at += 1
    const own = { id: `${question.id}_${at}`, label: { fr: '', en: '' } }
    onChange({ ...question, questions: [...questions, questionOfType('yes-no-na', own)] })
  }
  return (
    <>
      <GridText
        label={t('rowTitle')}
        hint={t('rowTitleHint')}
        value={question.rowTitle ?? { fr: '', en: '' }}
        draftKey={`${draftKey}:row-title`}
        onCommit={(rowTitle) =>
          save(changed(question, { rowTitle: rowTitle.fr === '' ? undefined : rowTitle }))
        }
        rows={1}
      />
      <Place name={`${question.id}:bounds`}>
        <div className={css.pair}>
          <NumberField
            label={t('minRows')}
            value={question.minRows}
            min={0}
            onChange={(minRows) => onChange(changed(question, { minRows }))}
          />
          <NumberField
            label={t('maxRows')}
            value={question.maxRows}
            min={1}
            onChange={(maxRows) => onChange(changed(question, { maxRows }))}
          />
        </div>
      </Place>
      <Place name={`${question.id}:rows`}>
        <fieldset className={css.choices}>
          <legend>{t('rows')}</legend>
          {questions.map((own, at) => {
            const details = {
              grid,
              question: own,
              draftKey: `${draftKey}:${own.id}`,
              onChange: (next: Question) => onChange(put(next)),
              save: (next: Question) => save(put(next)),
            }
            return (
              <div key={own.id} className={css.rule}>
                <div className={css.choice}>
                  <Place name={`${own.id}:label`}>
                    <GridText
                      label={t('rowLabel', { number: at + 1 })}
                      value={own.label}
                      draftKey={details.draftKey}
                      onCommit={(label) => save(put({ ...own, label }))}
                      rows={1}
                    />
                  </Place>
                  <Button
                    icon={Trash2}
                    aria-label={t('rowRemove', { number: at + 1 })}
                    onClick={() =>
                      onChange({ ...question, questions: questions.filter((each) => each !== own) })
                    }
                  />
                </div>
                <TypeField {...details} inRow />
                <Details {...details} />
                <AnswerSettings {...details} />
                <RowCondition {...details} />
              </div>
            )
          })}
          <Button icon={Plus} onClick={add}>
            {t('rowAdd')}
          </Button>
        </fieldset>
      </Place>
    </>
  )
}

/** When a question of a row is asked: a condition brought from elsewhere, or one written here. */
function RowCondition({ grid, question, draftKey, onChange }: QuestionDetailsProps) {
  const { t } = useTranslation('grids')
  const others = useMemo(
    () => allQuestions(grid.draft).filter(({ id }) => id !== question.id),
    [grid.draft, question.id],
  )
  return (
    <Place name={`${question.id}:condition`}>
      <ConditionField
        label={t('relevance')}
        questions={others}
        value={question.relevance}
        draftKey={`${draftKey}:condition`}
        onChange={(relevance) => onChange(changed(question, { relevance }))}
      />
    </Place>
  )
}
