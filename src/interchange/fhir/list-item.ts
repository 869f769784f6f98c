import type { Question } from '#domain/form/form.ts'
import { isQuestion } from '#domain/form/read-form.ts'
import { SCALES } from '#domain/form/scales.ts'
import type { Json } from '#domain/shared/json.ts'
import { isRecord } from '../is-record.ts'
import { readOptions } from './answer-options.ts'
import { escaleMembers } from './escale-extension.ts'
import { textOf } from './extensions.ts'
import type { FhirAsked } from './fhir-tree.ts'
import type { ItemContext } from './item-context.ts'

/** A question answered from a list: a criterion when Escale wrote its scale, a choice else. */
export function listItem(
  asked: FhirAsked,
  base: Pick<Question, 'id' | 'label' | 'hint'>,
  context: ItemContext,
  aside: Record<string, Json>,
): Question {
  const { item, linkId } = asked
  const type = textOf(item.type)
  const options = readOptions(item, context)
  if (type !== 'choice') aside.type = type
  if (typeof item.answerValueSet === 'string') aside.answerValueSet = item.answerValueSet
  if (options.choices.length === 0) {
    context.notes.add('lost', 'external-choices', { linkId }, { name: base.label.fr })
    aside.type = type
    return { ...base, type: 'text', short: true }
  }
  const said = escaleMembers(item, ['scale']).scale
  if (typeof said === 'string' && Object.hasOwn(SCALES, said)) {
    return { ...base, type: 'criterion', scale: said as keyof typeof SCALES }
  }
  if (isRecord(said)) {
    const question = { ...base, type: 'criterion', scale: said }
    if (isQuestion(question as unknown as Json)) return question as unknown as Question
  }
  if (options.hasOrdinals) {
    context.notes.add('kept-aside', 'ordinal-kept', { linkId }, { name: base.label.fr })
  }
  if (typeof item.answerValueSet !== 'string') aside.options = options.raw
  return { ...base, type: item.repeats === true ? 'multiple' : 'single', choices: options.choices }
}
