import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type AnswerRule,
  exprOfRule,
  messageOfRule,
  type RuleKind,
  readRule,
} from '#domain/form/answer-rules.ts'
import type { Constraint, Question } from '#domain/form/form.ts'
import { safePattern } from '#domain/form/safe-pattern.ts'
import { Button } from '#ui/button.tsx'
import { useText } from '#ui/i18n.ts'
import { NumberField } from '#ui/number-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { ExpressionField } from '../expression-field.tsx'
import { GridText } from '../grid-text.tsx'
import css from '../grids.module.css'
import { ruleOfKind } from './rule-of-kind.ts'

interface RuleRowProps {
  readonly number: number
  readonly question: Question
  readonly constraint: Constraint
  readonly kinds: readonly RuleKind[]
  /** Questions its answer may be compared with. */
  readonly comparable: readonly Question[]
  readonly questions: readonly Question[]
  readonly draftKey: string
  readonly onChange: (constraint: Constraint) => void
  readonly save: (constraint: Constraint) => Promise<boolean>
  readonly onRemove: () => void
}

/** One rule: what is asked of the answer, and the sentence said when it does not hold. */
export function RuleRow(props: RuleRowProps) {
  const { number, question, constraint, comparable, draftKey, onChange, save, onRemove } = props
  const { t } = useTranslation('grids')
  const { test, message } = constraint
  // What is being typed stays a pattern or an expression, though it reads as a simpler rule at some letter.
  const [chosen, setChosen] = useState(() => readRule(test, question).kind)
  const rule = readRule(test, question, chosen)
  const kinds = props.kinds.includes(rule.kind) ? props.kinds : [rule.kind, ...props.kinds]
  /** The sentence proposed follows the rule; one's own words stay. */
  const change = (next: AnswerRule) => {
    const proposed = messageOfRule(rule)
    const isProposed = message.fr === proposed.fr || message.fr.trim() === ''
    onChange({ test: exprOfRule(next), message: isProposed ? messageOfRule(next) : message })
  }
  return (
    <div className={css.rule}>
      <div className={css.choice}>
        <SelectField
          label={t('rule', { number })}
          value={rule.kind}
          onChange={(code) => {
            const kind = kinds.find((each) => each === code)
            if (!kind) return
            setChosen(kind)
            change(ruleOfKind(kind, question, comparable, rule))
          }}
          options={kinds.map((kind) => ({ value: kind, label: t(`rule-${kind}`) }))}
        />
        <Button icon={Trash2} aria-label={t('ruleRemove', { number })} onClick={onRemove} />
      </div>
      <RuleTerms {...props} rule={rule} onRule={change} />
      <GridText
        label={t('ruleMessage')}
        value={message}
        draftKey={`${draftKey}:message`}
        // Nothing said would leave the person before a refusal without a reason.
        onCommit={(words) =>
          save({ test, message: words.fr.trim() === '' ? messageOfRule(rule) : words })
        }
        rows={1}
      />
    </div>
  )
}

/** What the kind of a rule asks beside itself: a number, a model, a question, an expression. */
function RuleTerms({
  rule,
  comparable,
  questions,
  draftKey,
  onRule,
}: RuleRowProps & { readonly rule: AnswerRule; readonly onRule: (rule: AnswerRule) => void }) {
  const { t } = useTranslation('grids')
  const text = useText()
  switch (rule.kind) {
    case 'not-future':
    case 'not-past':
      return null
    case 'between':
      return (
        <div className={css.pair}>
          <Term label={t('ruleLow')} value={rule.low} onTerm={(low) => onRule({ ...rule, low })} />
          <Term
            label={t('ruleHigh')}
            value={rule.high}
            onTerm={(high) => onRule({ ...rule, high })}
          />
        </div>
      )
    case 'not-below':
    case 'not-above':
      return (
        <SelectField
          label={t('ruleQuestion')}
          value={rule.question}
          onChange={(question) => onRule({ ...rule, question })}
          options={comparable.map(({ id, label }) => ({
            value: id,
            label: t('ifQuestion', { id, label: text(label) }),
          }))}
        />
      )
    case 'pattern':
      return (
        <TextField
          label={t('rulePattern')}
          hint={t('rulePatternHint')}
          value={rule.pattern}
          spellCheck={false}
          autoCapitalize="off"
          onChange={(pattern) => onRule({ ...rule, pattern })}
          error={
            rule.pattern !== '' && !safePattern(rule.pattern) ? t('expression-pattern') : undefined
          }
        />
      )
    case 'written':
      return (
        <ExpressionField
          label={t('ruleTest')}
          value={rule.test}
          questions={questions}
          draftKey={draftKey}
          onChange={(test) => onRule({ kind: 'written', test })}
        />
      )
    default:
      return (
        <Term
          label={t(`ruleCount-${rule.kind}`)}
          value={rule.count}
          least={rule.kind === 'at-least' || rule.kind === 'at-most' ? undefined : 1}
          onTerm={(count) => onRule({ ...rule, count })}
        />
      )
  }
}

/** A number a rule cannot do without: emptied, it waits for another, and the rule keeps the last. */
function Term({
  label,
  value,
  least,
  onTerm,
}: {
  readonly label: string
  readonly value: number
  readonly least?: number | undefined
  readonly onTerm: (value: number) => void
}) {
  const { t } = useTranslation('grids')
  const [isEmpty, setEmpty] = useState(false)
  return (
    <NumberField
      label={label}
      value={isEmpty ? undefined : value}
      min={least}
      onChange={(next) => {
        setEmpty(next === undefined)
        if (next !== undefined) onTerm(next)
      }}
      error={isEmpty ? t('ruleCountMissing', { value }) : undefined}
    />
  )
}
