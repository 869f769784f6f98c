import type { Language } from '#domain/shared/text.ts'
import { frenchSpaces } from '#domain/shared/typography.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

export type ReportTextKey = keyof typeof fr
export type ReportTexts = (
  key: ReportTextKey,
  values?: Readonly<Record<string, string | number>>,
) => string

const TEXTS: Record<Language, Readonly<Record<ReportTextKey, string>>> = { fr, en }
const PLURAL = /\{(\w+)\|((?:[^|{}]|\{\w+\})*)\|((?:[^|{}]|\{\w+\})*)\}/g

/**
 * Texts of the reports in a language. `{name}` is replaced by its value; a plural has its two forms
 * side by side, `{n|action|actions}`, chosen by the value of `n` (French: 0 and 1 are singular).
 */
export function reportTexts(language: Language): ReportTexts {
  return (key, values = {}) => {
    const text = TEXTS[language][key]
      .replace(PLURAL, (_, name: string, one: string, many: string) => {
        const count = Number(values[name])
        return (language === 'fr' ? Math.abs(count) < 2 : count === 1) ? one : many
      })
      .replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
    return language === 'fr' ? frenchSpaces(text) : text
  }
}
