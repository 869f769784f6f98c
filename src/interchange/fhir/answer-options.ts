import type { Choice } from '#domain/form/form.ts'
import type { Json } from '#domain/shared/json.ts'
import { isRecord, type JsonRecord } from '../is-record.ts'
import { EXTENSIONS, extensionsOf, listOf, textOf, valueX } from './extensions.ts'
import { readFhirText } from './fhir-text.ts'
import type { ItemContext } from './item-context.ts'

interface Options {
  readonly choices: readonly Choice[]
  /** Options as written, by code, for the way back. */
  readonly raw: { readonly [code: string]: Json }
  readonly hasOrdinals: boolean
}

/** The answers offered: written in the item, or in a value set the questionnaire contains. */
export function readOptions(item: JsonRecord, context: ItemContext): Options {
  const written = [...listOf(item.answerOption), ...listOf(item.option)].filter(isRecord)
  const options = written.length > 0 ? written : fromValueSet(textOf(item.answerValueSet), context)
  const choices: Choice[] = []
  const raw: Record<string, Json> = {}
  let hasOrdinals = false
  for (const option of options) {
    const choice = choiceOf(option, context)
    const linkId = textOf(item.linkId)
    if (!choice) {
      context.notes.add('lost', 'choice-without-code', { linkId }, { list: linkId })
    } else if (Object.hasOwn(raw, choice.code)) {
      context.notes.add('lost', 'duplicate-choice', { linkId }, { code: choice.code, list: linkId })
    } else {
      choices.push(choice)
      raw[choice.code] = Object.fromEntries(
        Object.entries(option).filter(([name]) => name !== 'initialSelected'),
      )
      hasOrdinals ||= isWeighted(option)
    }
  }
  return { choices, raw, hasOrdinals }
}

function choiceOf(option: JsonRecord, { language }: ItemContext): Choice | undefined {
  const value = valueX(option)
  if (typeof value === 'string' || typeof value === 'number') {
    const label = readFhirText(option, 'valueString', language)
    const code = String(value)
    return code === '' ? undefined : { code, label: label ?? { fr: code, en: code } }
  }
  if (!isRecord(value)) return undefined
  const code = textOf(value.code) || textOf(value.display) || textOf(value.reference)
  if (code === '') return undefined
  return { code, label: readFhirText(value, 'display', language) ?? { fr: code, en: code } }
}

function isWeighted(option: JsonRecord): boolean {
  const value = valueX(option)
  const all = [...extensionsOf(option), ...(isRecord(value) ? extensionsOf(value) : [])]
  return all.some(({ url }) => url === EXTENSIONS.ordinal || url === EXTENSIONS.itemWeight)
}

/** Codes of a contained value set: those it lists, expanded or not. */
function fromValueSet(url: string, { valueSets }: ItemContext): readonly JsonRecord[] {
  const set = url.startsWith('#') ? valueSets.get(url.slice(1)) : undefined
  if (!set) return []
  const expansion = isRecord(set.expansion) ? listOf(set.expansion.contains).filter(isRecord) : []
  const compose = isRecord(set.compose) ? listOf(set.compose.include).filter(isRecord) : []
  const listed = compose.flatMap((include) =>
    listOf(include.concept)
      .filter(isRecord)
      .map((concept) => ({ ...concept, ...(include.system ? { system: include.system } : {}) })),
  )
  return (expansion.length > 0 ? expansion : listed).map((valueCoding) => ({ valueCoding }))
}
