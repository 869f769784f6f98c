import type { Question } from '#domain/form/form.ts'
import type { Json } from '#domain/shared/json.ts'
import { ChoiceBar } from '#ui/choice-bar.tsx'
import { ChoiceList } from '#ui/choice-list.tsx'
import { DateField } from '#ui/date-field.tsx'
import { useText } from '#ui/i18n.ts'
import { NumberField } from '#ui/number-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { DraftedText, type DraftPort } from './drafted-text.tsx'
import { PhotoTaker } from './photo-taker.tsx'
import { scaleOptions } from './scale-options.ts'

/** What the renderer asks of the screen; it never reads or writes anything by itself. */
export interface AnswerActions {
  /** Writes the answer; true once it is on disk. `null` empties it. */
  readonly onAnswer: (question: Question, value: Json) => Promise<boolean>
  readonly onPhoto?: ((question: Question, file: File) => Promise<unknown>) | undefined
  readonly onFailure: (kept: Promise<unknown>) => void
  readonly drafts: DraftPort
  /** Prefix of the draft keys: two homes may have the same form open. */
  readonly draftKey: string
  readonly warn?: ((text: string) => string | undefined) | undefined
}

interface QuestionViewProps extends AnswerActions {
  readonly question: Question
  readonly value: Json | undefined
  readonly orientation?: 'column' | 'row'
  /** The words shown above already say the question: the control keeps them for readers only. */
  readonly label?: string
}

/** The control of one question, whatever its type. One renderer for every form of the product. */
export function QuestionView({ question, value, orientation = 'row', ...rest }: QuestionViewProps) {
  const text = useText()
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
    case 'multiple':
      return (
        <ChoiceList
          label={label}
          multiple={question.type === 'multiple'}
          options={question.choices.map((choice) => ({
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
    case 'number':
      return (
        <NumberField
          label={label}
          value={typeof value === 'number' ? value : undefined}
          onChange={(next: number | undefined) => answer(next ?? null)}
          {...(question.unit ? { unit: text(question.unit) } : {})}
          {...(question.min === undefined ? {} : { min: question.min })}
          {...(question.max === undefined ? {} : { max: question.max })}
          {...(question.step === undefined ? {} : { step: question.step })}
        />
      )
    case 'date':
      return <DateField label={label} value={textOf(value)} onChange={(next) => answer(next)} />
    case 'time':
    case 'datetime':
    case 'code':
      return (
        <TextField
          label={label}
          type={TEXT_TYPES[question.type]}
          value={textOf(value)}
          onChange={(next: string) => answer(next)}
        />
      )
    case 'photo':
    case 'signature':
    case 'file':
      return <PhotoTaker label={label} onPhoto={(file) => takePhoto(rest, question, file)} />
    case 'text':
      return (
        <DraftedText
          key={question.id}
          label={label}
          value={textOf(value)}
          draftKey={`${rest.draftKey}:${question.id}`}
          drafts={rest.drafts}
          onCommit={(next) => rest.onAnswer(question, next)}
          onFailure={rest.onFailure}
          warn={rest.warn}
          {...(question.hint ? { hint: text(question.hint) } : {})}
        />
      )
    case 'calculated':
    case 'repeat':
    case 'opportunities':
      return null
    case 'note':
      return <p>{label}</p>
  }
}

const TEXT_TYPES = { time: 'time', datetime: 'datetime-local', code: 'text' } as const

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
