import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ChoiceQuestion } from '#domain/form/form.ts'
import { Button } from '#ui/button.tsx'
import { reportFailure } from '#ui/notices.ts'
import { GridText } from '../grid-text.tsx'
import css from '../grids.module.css'
import { Place } from '../place.tsx'
import { choice } from '../question-types.ts'
import type { QuestionDetailsProps } from './question-details-props.ts'

/** A choice keeps its code for ever: its words may change, the answers stay. */
export function ChoicesField(props: QuestionDetailsProps<ChoiceQuestion>) {
  const { question, draftKey, onChange, save } = props
  const { t } = useTranslation('grids')
  const { choices } = question
  // Doubled, a code names two answers: each is told from the other until one is taken off.
  const named = choices.map((each, at) => {
    const before = choices.slice(0, at).filter(({ code }) => code === each.code).length
    return { name: before === 0 ? each.code : `${each.code}~${before}`, each, at }
  })
  const add = () => {
    const codes = choices.map(({ code }) => Number(code)).filter(Number.isInteger)
    const code = String(Math.max(0, ...codes) + 1)
    return save({ ...question, choices: [...choices, choice(code)] })
  }
  return (
    <Place name={`${question.id}:choices`}>
      <fieldset className={css.choices}>
        <legend>{t('choices')}</legend>
        {named.map(({ name, each, at }) => (
          <div key={name} className={css.choice}>
            <GridText
              label={t('choice', { number: at + 1 })}
              value={each.label}
              draftKey={`${draftKey}:choice:${name}`}
              onCommit={(label) =>
                save({
                  ...question,
                  choices: choices.map((one) => (one === each ? { ...one, label } : one)),
                })
              }
              rows={1}
            />
            <Button
              icon={Trash2}
              aria-label={t('choiceRemove', { number: at + 1 })}
              onClick={() =>
                onChange({ ...question, choices: choices.filter((one) => one !== each) })
              }
            />
          </div>
        ))}
        <Button icon={Plus} onClick={() => reportFailure(add())}>
          {t('choiceAdd')}
        </Button>
      </fieldset>
    </Place>
  )
}
