/* What a FHIR questionnaire means, flattened by other means than the product: no shared code. */

type Element = { readonly [key: string]: unknown }

export interface ItemMeaning {
  readonly linkId: string
  readonly path: readonly string[]
  readonly said: Element
}

const ASIDE = /(itemControl|observationLinkPeriod|optionPrefix)$/

export function fhirMeaning(resource: Element): readonly ItemMeaning[] {
  return itemsOf(resource, [])
}

function itemsOf(element: Element, path: readonly string[]): readonly ItemMeaning[] {
  return list(element.item).flatMap((item) => {
    const linkId = String(item.linkId)
    const help = list(item.item).filter(isHelp)
    const rest = { ...item, item: list(item.item).filter((each) => !isHelp(each)) }
    return [
      { linkId, path, said: { ...saidBy(item), help: help.map((each) => each.text) } },
      ...itemsOf(rest, [...path, linkId]),
    ]
  })
}

function isHelp(item: Element): boolean {
  return item.type === 'display' && JSON.stringify(item.extension ?? '').includes('"help"')
}

function saidBy(item: Element): Element {
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
    extensions: sorted(
      list(item.extension).filter(
        ({ url }) => url !== 'urn:escale:form' && !ASIDE.test(String(url)),
      ),
    ).map((each) =>
      each
        .replace(/%resource.*?linkId\s*=\s*'(b3)'\)\.answer\.value/, 'answer($1)')
        .replace(/"expression":"\((.*)\)"/, '"expression":"$1"')
        .replace('(answer(b3) * 2)', 'answer(b3) * 2'),
    ),
  }
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
