import type { Choice, Question } from '#domain/form/form.ts'
import { scaleOf } from '#domain/form/scales.ts'
import type { Json } from '#domain/shared/json.ts'
import { isRecord, type JsonRecord } from '../is-record.ts'
import { calculatedType } from './calculated-type.ts'
import { escaleExtension } from './escale-extension.ts'
import { EXTENSIONS, listOf } from './extensions.ts'
import { aside, type FhirWriteContext } from './fhir-scope.ts'
import { fhirText } from './fhir-text.ts'
import { unitWords } from './number-members.ts'
import { expressionExtension, leaveUnsaid } from './written-formula.ts'

interface Typed {
  readonly members: JsonRecord
  readonly extensions: readonly JsonRecord[]
}

/** Type, options, bounds and unit of an item. */
export function typedMembers(question: Question, context: FhirWriteContext): Typed {
  const { type: keptType } = aside(question)
  const kept = typeof keptType === 'string' ? keptType : undefined
  const typed = (
    type: string,
    extras: Record<string, unknown> = {},
    also: readonly JsonRecord[] = [],
  ): Typed => ({
    members: { type: kept ?? type },
    extensions: [...also, ...escaleExtension(extras)],
  })
  switch (question.type) {
    case 'criterion': {
      const { scale, weight, blocking, imperatif, phrases, remedy, easy } = question
      const { members, extensions } = typed('choice', {
        scale,
        weight,
        blocking,
        imperatif,
        phrases,
        remedy,
        easy,
      })
      const options = scaleOf(question).steps.map(({ code, label, worth }) => ({
        ...(worth === undefined
          ? {}
          : { extension: [{ url: EXTENSIONS.ordinal, valueDecimal: worth }] }),
        valueCoding: { code, ...fhirText('display', label, context.language) },
      }))
      return { members: { ...members, answerOption: options }, extensions }
    }
    case 'single':
    case 'multiple': {
      const { members, extensions } = typed('choice')
      leaveConditions(question, context)
      return { members: { ...members, ...optionMembers(question, context) }, extensions }
    }
    case 'number': {
      const whole = Number.isInteger(question.step ?? 1)
      const { step } = question
      const power = step === undefined ? 0 : Math.round(-Math.log10(step))
      const isPower = step !== undefined && Math.abs(10 ** -power - step) < 1e-9
      const decimals = isPower && power > 0 && step !== 0.01 ? power : undefined
      const bound = (url: string, value: number | undefined): readonly JsonRecord[] =>
        value === undefined
          ? []
          : [{ url, [Number.isInteger(value) ? 'valueInteger' : 'valueDecimal']: value }]
      const odd = step !== undefined && step !== 1 && step !== 0.01 && decimals === undefined
      const result = typed(whole ? 'integer' : 'decimal', odd ? { step } : {}, [
        ...(hasUnitOption(question) ? [] : unitExtension(question)),
        ...bound(EXTENSIONS.minValue, question.min),
        ...bound(EXTENSIONS.maxValue, question.max),
        ...(decimals === undefined
          ? []
          : [{ url: EXTENSIONS.maxDecimals, valueInteger: decimals }]),
      ])
      const repeats = aside(question).repeats === true ? { repeats: true } : {}
      return { ...result, members: { ...result.members, ...repeats } }
    }
    case 'text': {
      const result = typed(question.short ? 'string' : 'text', { phrases: question.phrases })
      const { repeats, answerValueSet } = aside(question)
      return {
        ...result,
        members: {
          ...result.members,
          ...(repeats === true ? { repeats } : {}),
          ...(typeof answerValueSet === 'string' ? { answerValueSet } : {}),
        },
      }
    }
    case 'code':
      return typed('string', { type: 'code' })
    case 'photo':
      return typed('attachment', { type: 'photo', annotate: question.annotate })
    case 'signature':
      return typed('attachment', { type: 'signature' })
    case 'file':
      return typed('attachment', { accepts: question.accepts })
    case 'note':
      return typed('display')
    case 'date':
    case 'time':
      return typed(question.type)
    case 'datetime':
      return typed('dateTime')
    case 'calculated': {
      const { decimals, value } = question
      const unread = aside(question).unread
      const said = value === null && isRecord(unread) ? undefined : value
      const hasHidden = listOf(aside(question).extension).some(
        (each) => isRecord(each) && each.url === EXTENSIONS.hidden,
      )
      return {
        members: {
          type: kept ?? calculatedType(question),
          ...(kept === undefined ? { readOnly: true } : {}),
        },
        extensions: [
          ...expressionExtension(
            'value',
            said,
            isRecord(unread) ? unread.calculation : undefined,
            question,
            context,
          ),
          ...(question.hidden && !hasHidden
            ? [{ url: EXTENSIONS.hidden, valueBoolean: true }]
            : []),
          ...unitExtension(question),
          ...escaleExtension(decimals === undefined || decimals === 2 ? {} : { decimals }),
        ],
      }
    }
    case 'repeat':
    case 'opportunities': {
      const count = (url: string, value: number | undefined): readonly JsonRecord[] =>
        value === undefined ? [] : [{ url, valueInteger: value }]
      const { rowTitle, minRows, maxRows } = question
      const own =
        question.type === 'opportunities' ? { type: 'opportunities', rowTitle } : { rowTitle }
      const hasOccurs = listOf(aside(question).extension).length > 0
      const result = typed(
        'group',
        own,
        hasOccurs
          ? []
          : [...count(EXTENSIONS.minOccurs, minRows), ...count(EXTENSIONS.maxOccurs, maxRows)],
      )
      return { ...result, members: { ...result.members, repeats: true } }
    }
  }
}

/** The unit came from options that are given back as they were. */
function hasUnitOption(question: Question): boolean {
  return listOf(aside(question).extension).some(
    (each) => isRecord(each) && each.url === EXTENSIONS.unitOption,
  )
}

/** The coding as it came, while it still says that unit: a code of UCUM is more than its letters. */
function unitExtension(
  question: Extract<Question, { type: 'number' | 'calculated' }>,
): readonly JsonRecord[] {
  const { unit } = question
  if (!unit) return []
  const { unit: kept } = aside(question)
  const isKept = isRecord(kept) && unitWords(kept) === unit.fr
  return [{ url: EXTENSIONS.unit, valueCoding: isKept ? kept : { display: unit.fr } }]
}

/** FHIR R4 offers every choice: the conditions of some are kept for Escale. */
function leaveConditions(
  { id, label, choices }: Extract<Question, { type: 'single' | 'multiple' }>,
  context: FhirWriteContext,
): void {
  const conditions = choices.flatMap(({ code, relevance }) =>
    relevance === undefined ? [] : [[code, relevance as unknown as Json] as const],
  )
  if (conditions.length === 0) return
  leaveUnsaid(id, { choices: Object.fromEntries(conditions) }, context)
  const what = `Choix de « ${label.fr} » selon une autre réponse`
  const whatEn = `Choices of “${label.en}” after another answer`
  context.notes.add(
    'kept-aside',
    'escale-only',
    { linkId: context.linkId(id) },
    {
      what,
      whatEn,
    },
  )
}

function optionMembers(
  question: Extract<Question, { type: 'single' | 'multiple' }>,
  context: FhirWriteContext,
): JsonRecord {
  const { type, options, answerValueSet } = aside(question)
  const repeats = question.type === 'multiple' ? { repeats: true } : {}
  if (type === 'boolean') return {}
  if (typeof answerValueSet === 'string') return { ...repeats, answerValueSet }
  const raw = isRecord(options) ? options : {}
  return {
    ...repeats,
    answerOption: question.choices.map(
      (choice: Choice) => raw[choice.code] ?? option(choice, context),
    ),
  }
}

function option({ code, label }: Choice, { language }: FhirWriteContext): JsonRecord {
  return { valueCoding: { code, ...fhirText('display', label, language) } }
}
