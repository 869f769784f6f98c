import type { Json } from '#domain/shared/json.ts'
import type { Language, Text } from '#domain/shared/text.ts'
import { languageOf } from './headers.ts'

/** A row to be written, by header; headers appear in the order they are first met. */
export type Row = Readonly<Record<string, string>>

export class SheetWriter {
  private readonly headers: string[]
  private readonly lines: Row[] = []

  constructor(headers: readonly string[]) {
    this.headers = [...headers]
  }

  add(row: Row): void {
    for (const [header, value] of Object.entries(row)) {
      if (value !== '' && !this.headers.includes(header)) this.headers.push(header)
    }
    this.lines.push(row)
  }

  rows(): readonly (readonly string[])[] {
    const lines = this.lines.map((row) => this.headers.map((header) => row[header] ?? ''))
    return [[...this.headers], ...lines]
  }
}

/** A column of translated texts: which of ours it holds, and how its header names it. */
export interface WrittenLanguage {
  readonly language: Language
  /** Empty for the column without a language. */
  readonly written: string
}

const OURS: readonly WrittenLanguage[] = [
  { language: 'fr', written: 'Français (fr)' },
  { language: 'en', written: 'English (en)' },
]

/** The languages an imported form had, ours for a form born here. */
export function languagesOf(aside: { readonly [name: string]: Json }): readonly WrittenLanguage[] {
  const kept = Array.isArray(aside.languages) ? aside.languages : []
  const fallback =
    isSettings(aside.settings) && typeof aside.settings.default_language === 'string'
      ? (languageOf(aside.settings.default_language) ?? 'fr')
      : 'fr'
  const found = kept.flatMap((written): readonly WrittenLanguage[] => {
    if (typeof written !== 'string') return []
    const language = written === '' ? fallback : languageOf(written)
    return language ? [{ language, written }] : []
  })
  return found.length > 0 ? found : OURS
}

function isSettings(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `label` in every language of the form: `{ 'label::Français (fr)': … }`. */
export function textCells(
  column: string,
  text: Text | undefined,
  languages: readonly WrittenLanguage[],
): Row {
  if (!text) return {}
  return Object.fromEntries(
    languages.map(({ language, written }) => [
      written === '' ? column : `${column}::${written}`,
      text[language],
    ]),
  )
}
