import { fhirPathOutcomes } from './independent-fhirpath.ts'

/* What a FHIR questionnaire means, flattened by other means than the product: no shared code. */

type Element = { readonly [key: string]: unknown }

export interface ItemMeaning {
  readonly linkId: string
  readonly path: readonly string[]
  readonly said: Element
}

const ASIDE = /(itemControl|observationLinkPeriod|optionPrefix)$/

type Variables = ReadonlyMap<string, string>

export function fhirMeaning(resource: Element): readonly ItemMeaning[] {
  const variables = new Map(
    list(resource.extension).flatMap(({ url, valueExpression: said }) =>
      String(url).endsWith('/variable') && isElement(said)
        ? [[String(said.name), String(said.expression)] as const]
        : [],
    ),
  )
  return itemsOf(resource, [], variables)
}

function itemsOf(
  element: Element,
  path: readonly string[],
  variables: Variables,
): readonly ItemMeaning[] {
  return list(element.item).flatMap((item) => {
    const linkId = String(item.linkId)
    const help = list(item.item).filter(isHelp)
    const rest = { ...item, item: list(item.item).filter((each) => !isHelp(each)) }
    return [
      { linkId, path, said: { ...saidBy(item, variables), help: help.map((each) => each.text) } },
      ...itemsOf(rest, [...path, linkId], variables),
    ]
  })
}

function isHelp(item: Element): boolean {
  return item.type === 'display' && JSON.stringify(item.extension ?? '').includes('"help"')
}

function saidBy(item: Element, variables: Variables): Element {
  return {
    type: item.type,
    text: item.text,
    translated: item._text,
    required: item.required === true,
    repeats: item.repeats === true,
    maxLength: item.maxLength,
    code: item.code,
    initial: sorted(list(item.initial)),
    options: list(item.answerOption).map(sortedKeys),
    valueSet: item.answerValueSet,
    when: sorted(list(item.enableWhen)),
    behavior: list(item.enableWhen).length > 1 ? (item.enableBehavior ?? 'any') : undefined,
    extensions: list(item.extension)
      .filter(({ url }) => url !== 'urn:escale:form' && !ASIDE.test(String(url)))
      .map((each) => formulaOf(each, variables) ?? sortedKeys(each))
      .sort(),
  }
}

/** A formula by what it answers, however it is written; undefined when it is none this reader can run. */
function formulaOf({ url, valueExpression: said }: Element, variables: Variables) {
  if (!isElement(said) || said.language !== 'text/fhirpath') return undefined
  const answers = fhirPathOutcomes(String(said.expression), variables)
  return answers && JSON.stringify([url, answers])
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function list(value: unknown): readonly Element[] {
  return Array.isArray(value) ? value : []
}

function sorted(elements: readonly Element[]): readonly string[] {
  return elements.map(sortedKeys).sort()
}

function sortedKeys(value: unknown): string {
  return JSON.stringify(value, (_, each) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
}
