import type { Json } from '#domain/shared/json.ts'
import { isRecord, type JsonRecord } from '../is-record.ts'

const CORE = 'http://hl7.org/fhir/StructureDefinition/'
const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-'

/** The extensions of FHIR and SDC that mean something in a form of Escale. */
export const EXTENSIONS = {
  translation: `${CORE}translation`,
  unit: `${CORE}questionnaire-unit`,
  unitOption: `${CORE}questionnaire-unitOption`,
  minValue: `${CORE}minValue`,
  maxValue: `${CORE}maxValue`,
  maxDecimals: `${CORE}maxDecimalPlaces`,
  hidden: `${CORE}questionnaire-hidden`,
  itemControl: `${CORE}questionnaire-itemControl`,
  ordinal: `${CORE}ordinalValue`,
  itemWeight: `${CORE}itemWeight`,
  minOccurs: `${CORE}questionnaire-minOccurs`,
  maxOccurs: `${CORE}questionnaire-maxOccurs`,
  constraint: `${CORE}questionnaire-constraint`,
  regex: `${CORE}regex`,
  calculated: `${SDC}calculatedExpression`,
  initial: `${SDC}initialExpression`,
  enableWhen: `${SDC}enableWhenExpression`,
  /** What FHIR has no place for, for a return to Escale. */
  escale: 'urn:escale:form',
} as const

/** What a QuestionnaireResponse of Escale says beside its answers, for a return to Escale (`docs/formats.md`). */
export const SAID_APART = {
  alone: 'urn:escale:said-alone',
  second: 'urn:escale:second-reading',
  aside: 'urn:escale:set-aside',
  comments: 'urn:escale:comments',
} as const

/** The extensions of an element, in order; what is none is left out. */
export function extensionsOf(element: JsonRecord): readonly JsonRecord[] {
  return listOf(element.extension).filter(isRecord)
}

export function extension(element: JsonRecord, url: string): JsonRecord | undefined {
  return extensionsOf(element).find((each) => each.url === url)
}

/** The one `value[x]` of an element, whatever its type. */
export function valueX(element: JsonRecord | undefined, stem = 'value'): Json | undefined {
  if (!element) return undefined
  const name = Object.keys(element).find((key) => new RegExp(`^${stem}[A-Z]`).test(key))
  return name === undefined ? undefined : element[name]
}

/** The expression an extension carries, when it is in FHIRPath. */
export function expressionOf(element: JsonRecord, url: string): string | undefined {
  const value = extension(element, url)?.valueExpression
  return isRecord(value) && typeof value.expression === 'string' ? value.expression : undefined
}

export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
