import type { NumberQuestion } from '#domain/form/form.ts'
import type { Json } from '#domain/shared/json.ts'
import type { Text } from '#domain/shared/text.ts'
import { isRecord, type JsonRecord } from '../is-record.ts'
import { EXTENSIONS, extension, extensionsOf, textOf, valueX } from './extensions.ts'
import type { FhirAsked } from './fhir-tree.ts'
import type { ItemContext } from './item-context.ts'

const WHOLE = /^(integer|positiveInt|unsignedInt)$/

/** Step, bounds and unit of a number. */
export function numberMembers(
  item: JsonRecord,
): Pick<NumberQuestion, 'step' | 'min' | 'max' | 'unit'> {
  return { ...stepOf(item), ...bounds(item), ...unitOf(item) }
}

function stepOf(item: JsonRecord): { step?: number } {
  const decimals = extension(item, EXTENSIONS.maxDecimals)?.valueInteger
  if (typeof decimals === 'number') return { step: 10 ** -Math.min(6, Math.max(0, decimals)) }
  return WHOLE.test(textOf(item.type)) ? {} : { step: 0.01 }
}

function bounds(item: JsonRecord): { min?: number; max?: number } {
  const min = numberIn(valueX(extension(item, EXTENSIONS.minValue)))
  const max = numberIn(valueX(extension(item, EXTENSIONS.maxValue)))
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
}

function numberIn(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return value
  return isRecord(value) && typeof value.value === 'number' ? value.value : undefined
}

/** The unit a coding names. */
export function unitWords({ display, code }: JsonRecord): string {
  return textOf(display) || textOf(code)
}

/** Units to choose from: with one only, there is no choice. */
function unitOptions(item: JsonRecord): readonly string[] {
  return extensionsOf(item)
    .filter(({ url }) => url === EXTENSIONS.unitOption)
    .flatMap(({ valueCoding: coding }) => (isRecord(coding) ? [unitWords(coding)] : []))
}

/** Several units to choose from are told: a number of Escale has one, or none. */
export function tellUnits({ item, linkId }: FhirAsked, label: Text, { notes }: ItemContext): void {
  const units = unitOptions(item)
  if (units.length < 2 || extension(item, EXTENSIONS.unit)) return
  const words = { name: label.fr, units: units.join(', ') }
  notes.add('adapted', 'unit-options', { linkId }, words)
}

/** The unit a number is answered in. */
export function unitOf(item: JsonRecord): { unit?: Text } {
  const [only, ...more] = unitOptions(item)
  const coding =
    extension(item, EXTENSIONS.unit)?.valueCoding ??
    (only !== undefined && more.length === 0 ? { display: only } : undefined)
  const unit = isRecord(coding) ? unitWords(coding) : ''
  return unit === '' ? {} : { unit: { fr: unit, en: unit } }
}
