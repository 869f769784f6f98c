import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question } from '#domain/form/form.ts'
import { offeredChoices } from '#domain/form/relevance.ts'
import type { Json } from '#domain/shared/json.ts'
import { ChoiceBar } from '#ui/choice-bar.tsx'
import { ChoiceList } from '#ui/choice-list.tsx'
import { DateField } from '#ui/date-field.tsx'
import { formatNumber } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { NumberField } from '#ui/number-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { AnswerActions, QuestionViewProps } from './answer-actions.ts'
import { CodeField } from './code-field.tsx'
import { DraftedText } from './drafted-text.tsx'
import { FORM_TEXTS } from './form-texts.ts'
import { PhotoTaker } from './photo-taker.tsx'
import { QuickPhrases } from './quick-phrases.tsx'
import { scaleOptions } from './scale-options.ts'
import { useAnswerProblem } from './use-answer-problem.ts'

// Drawn upon or repeated: few forms ask for it, and every page of a form would carry it.
const DrawField = lazy(async () => ({ default: (await import('./draw-field.tsx')).DrawField }))
const GroupRows = lazy(async () => ({ default: (await import('./group-rows.tsx')).GroupRows }))

/** The control of one question, whatever its type. One renderer for every form of the product. */
export function QuestionView(props: QuestionViewProps) {
  const problem = useAnswerProblem(props)
  return (
    <>
      <Control {...props} />
      {problem && <p role="alert">{problem}</p>}
    </>
  )
}

function Control({ question, value, orientation = 'row', ...rest }: QuestionViewProps) {
  const { t } = useTranslation(FORM_TEXTS)
  const text = useText()
  const language = useLanguage()
  const label = rest.label ?? text(question.label)
  const answer = (next: Json) => rest.onFailure(rest.onAnswer(question, next))
  switch (question.type) {
    case 'criterion':
      return (
        <ChoiceBar
          label={label}
          options={scaleOptions(question, text)}
          value={textOf(value)}
          onChange={answer}
          orientation={orientation}
        />
      )
    case 'single':
    case 'multiple': {
      const offered = rest.state ? offeredChoices(question, rest.state, rest.row) : question.choices
      return (
        <ChoiceList
          label={label}
          multiple={question.type === 'multiple'}
          options={offered.map((choice) => ({
            code: choice.code,
            label: text(choice.label),
            ...(choice.help ? { help: text(choice.help) } : {}),
          }))}
          value={chosenCodes(value)}
          onChange={(codes: readonly string[]) =>
            answer(question.type === 'multiple' ? [...codes] : (codes[0] ?? null))
          }
        />
      )
    }
    case 'number':
      return (
        <NumberField
          label={label}
          value={typeof value === 'number' ? value : undefined}
          onChange={(next: number | undefined) => answer(next ?? null)}
          {...(question.unit?.fr ? { unit: text(question.unit) } : {})}
          {...(question.min === undefined ? {} : { min: question.min })}
          {...(question.max === undefined ? {} : { max: question.max })}
          {...(question.step === undefined ? {} : { step: question.step })}
        />
      )
    case 'date':
      return <DateField label={label} value={textOf(value)} onChange={(next) => answer(next)} />
    case 'time':
    case 'datetime':
      return (
        <TextField
          label={label}
          type={question.type === 'time' ? 'time' : 'datetime-local'}
          value={textOf(value)}
          onChange={(next: string) => answer(next)}
        />
      )
    case 'code':
      return <CodeField label={label} value={textOf(value)} onChange={answer} />
    case 'photo':
    case 'file':
      return question.type === 'photo' && question.annotate ? (
        <Suspense>
          <DrawField
            label={label}
            over="photo"
            onDrawn={(file) => takePhoto(rest, question, file)}
          />
        </Suspense>
      ) : (
        <PhotoTaker
          label={label}
          fromFiles={question.type === 'file'}
          accepts={question.type === 'file' ? question.accepts : undefined}
          onPhoto={(file) => takePhoto(rest, question, file)}
        />
      )
    case 'signature':
      return (
        <Suspense>
          <DrawField
            label={label}
            over="blank"
            onDrawn={(file) => takePhoto(rest, question, file)}
          />
        </Suspense>
      )
    case 'text':
      return (
        <>
          <DraftedText
            key={question.id}
            label={label}
            value={textOf(value)}
            draftKey={[rest.draftKey, rest.row?.group, rest.row?.id, question.id]
              .filter(Boolean)
              .join(':')}
            drafts={rest.drafts}
            onCommit={(next) => rest.onAnswer(question, next)}
            onFailure={rest.onFailure}
            warn={rest.warn}
            rows={question.short ? 1 : 3}
            {...(question.hint ? { hint: text(question.hint) } : {})}
          />
          {question.phrases && (
            <QuickPhrases
              phrases={question.phrases.map(text)}
              value={textOf(value)}
              onChange={answer}
            />
          )}
        </>
      )
    case 'calculated': {
      const key = rest.row ? `${rest.row.group}.${rest.row.id}.${question.id}` : question.id
      const found = rest.state?.values.get(key)
      const shown =
        typeof found === 'number'
          ? formatNumber(found, language, question.decimals ?? 0)
          : typeof found === 'string'
            ? found
            : t('notComputed')
      return (
        <p>
          {label} <b>{question.unit?.fr ? `${shown} ${text(question.unit)}` : shown}</b>
        </p>
      )
    }
    case 'repeat':
    case 'opportunities':
      return rest.state && rest.onAnswerAt ? (
        <Suspense>
          <GroupRows
            {...rest}
            group={question}
            state={rest.state}
            onAnswerAt={rest.onAnswerAt}
            ask={QuestionView}
          />
        </Suspense>
      ) : null
    case 'note':
      return <p>{label}</p>
  }
}

function takePhoto({ onPhoto }: AnswerActions, question: Question, file: File): Promise<unknown> {
  return onPhoto ? onPhoto(question, file) : Promise.reject(new Error('No photo port'))
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

function chosenCodes(value: Json | undefined): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  return Array.isArray(value) ? value.filter((code) => typeof code === 'string') : []
}
