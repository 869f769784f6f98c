import type { Json } from '#domain/shared/json.ts'
import { LANGUAGES, type Language, type Text } from '#domain/shared/text.ts'
import { isRecord, type JsonRecord } from '../is-record.ts'
import { EXTENSIONS, extension, extensionsOf, textOf } from './extensions.ts'

/** `fr-FR` is French; what is neither ours is undefined. */
export function languageTag(tag: string): Language | undefined {
  return LANGUAGES.find((each) => tag.toLowerCase().startsWith(each))
}

/** A text with its translations; the language that is missing reads as the other. */
export function readFhirText(
  parent: JsonRecord,
  name: string,
  language: Language,
): Text | undefined {
  const own = textOf(parent[name]).trim()
  const beside = parent[`_${name}`]
  const said = new Map<Language, string>(own === '' ? [] : [[language, own]])
  for (const each of isRecord(beside) ? extensionsOf(beside) : []) {
    if (each.url !== EXTENSIONS.translation) continue
    const tag = languageTag(textOf(extension(each, 'lang')?.valueCode))
    const content = extension(each, 'content')
    const words = textOf(content?.valueString) || textOf(content?.valueMarkdown)
    if (tag && words !== '') said.set(tag, words)
  }
  const any = [...said.values()][0]
  if (any === undefined) return undefined
  return { fr: said.get('fr') ?? any, en: said.get('en') ?? any }
}

/** A text as FHIR members, its translation beside it when it differs. */
export function fhirText(
  name: string,
  text: Text,
  language: Language,
): { readonly [key: string]: Json } {
  const other = language === 'fr' ? 'en' : 'fr'
  const own = { [name]: text[language] }
  if (text[other] === text[language]) return own
  return {
    ...own,
    [`_${name}`]: {
      extension: [
        {
          url: EXTENSIONS.translation,
          extension: [
            { url: 'lang', valueCode: other },
            { url: 'content', valueString: text[other] },
          ],
        },
      ],
    },
  }
}
