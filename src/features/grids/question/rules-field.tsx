import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import { boundsRule, exprOfRule, messageOfRule, ruleKindsOf } from '#domain/form/answer-rules.ts'
import { allQuestions, type Constraint } from '#domain/form/form.ts'
import { Button } from '#ui/button.tsx'
import { draftText } from '#ui/form/drafted-text.tsx'
import { reportFailure } from '#ui/notices.ts'
import css from '../grids.module.css'
import { Place } from '../place.tsx'
import { changed, type QuestionDetailsProps } from './question-details-props.ts'
import { comparableWith, ruleOfKind } from './rule-of-kind.ts'
import { RuleRow } from './rule-row.tsx'

/** What an answer must satisfy, one rule a line, each with what is said when it does not hold. */
export function RulesField({ grid, question, draftKey, onChange, save }: QuestionDetailsProps) {
  const { t } = useTranslation('grids')
  const { drafts } = useWorkspace()
  const questions = allQuestions(grid.draft)
  const comparable = comparableWith(question, questions)
  const kinds = ruleKindsOf(question).filter(
    (kind) => comparable.length > 0 || (kind !== 'not-below' && kind !== 'not-above'),
  )
  const [usual] = kinds
  if (usual === undefined) return null
  const constraints = question.constraints ?? []
  const ofBounds = question.type === 'number' ? boundsRule(question) : undefined
  // A rule has no name: when one comes or goes, all are drawn anew.
  const shown = constraints.flatMap((constraint, place) =>
    constraint === ofBounds ? [] : [{ key: `${constraints.length}:${place}`, constraint, place }],
  )
  const withRules = (rules: readonly Constraint[]) =>
    changed(question, { constraints: rules.length > 0 ? rules : undefined })
  const at = (place: number, next: Constraint) =>
    withRules(constraints.map((each, index) => (index === place ? next : each)))
  const keyOf = (place: number) => `${draftKey}:rule:${place}`
  const add = () => {
    const rule = ruleOfKind(usual, question, comparable)
    onChange(withRules([...constraints, { test: exprOfRule(rule), message: messageOfRule(rule) }]))
  }
  const remove = (place: number) => {
    onChange(withRules(constraints.filter((_, index) => index !== place)))
    // What is typed and does not read yet is kept by the place of its rule: those below move up.
    for (let index = place; index < constraints.length; index += 1) {
      const below = draftText(drafts, `grid:${keyOf(index + 1)}`)
      const key = `grid:${keyOf(index)}`
      reportFailure(below === undefined ? drafts.drop(key) : drafts.put(key, below))
    }
  }
  return (
    <Place name={`${question.id}:rules`}>
      <fieldset className={css.choices}>
        <legend>{t('rules')}</legend>
        {shown.map(({ key, constraint, place }, index) => (
          <RuleRow
            key={key}
            number={index + 1}
            question={question}
            constraint={constraint}
            kinds={kinds}
            comparable={comparable}
            questions={questions}
            draftKey={keyOf(place)}
            onChange={(next) => onChange(at(place, next))}
            save={(next) => save(at(place, next))}
            onRemove={() => remove(place)}
          />
        ))}
        <Button icon={Plus} onClick={add}>
          {t('ruleAdd')}
        </Button>
      </fieldset>
    </Place>
  )
}
