import { type Day, daysBetween } from '#domain/shared/day.ts'
import { type Language, textIn } from '#domain/shared/text.ts'
import { frenchSpaces, withMinusSign } from '#domain/shared/typography.ts'
import type { Site } from '#domain/site/site.ts'
import { SITE_KIND_TEXTS } from '#domain/site/site-texts.ts'

const LOCALES: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' }

/** « 24 novembre 2026 »; « 1er » is spelt as French asks. */
export function dayInWords(day: Day, language: Language): string {
  const words = new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(day))
  return language === 'fr' ? words.replace(/^1 /, '1er ') : words
}

/** « novembre 2026 ». */
export function monthInWords(day: Day, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(day))
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** « 82 % »: whole percents, for no audit has the numbers that decimals would need. */
export function percentInWords(rate: number, language: Language): string {
  const percent = numberInWords(Math.round(rate * 100), language)
  return language === 'fr' ? frenchSpaces(`${percent} %`) : `${percent}%`
}

/** « 21,5 », « −8,2 »: at most one decimal, no-break spaces only; what rounds to zero has no sign. */
export function numberInWords(value: number, language: Language): string {
  return figure(value, language, { maximumFractionDigits: 1 })
}

/** « 3,50 »: a mean of points keeps its two decimals, zeros said (R-TRA-3). */
export function meanInWords(mean: number, language: Language): string {
  return figure(mean, language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}

function figure(value: number, language: Language, options: Intl.NumberFormatOptions): string {
  const format = new Intl.NumberFormat(LOCALES[language], { ...options, signDisplay: 'negative' })
  return withMinusSign(format.format(value).replaceAll('\u202f', '\u00a0'))
}

/** « EHPAD Les Acomats »: the kind goes first unless the name already says it. */
export function siteTitle(site: Pick<Site, 'name' | 'kind'>, language: Language): string {
  const kind = textIn(SITE_KIND_TEXTS[site.kind], language)
  const said = site.kind === 'other' || site.name.toUpperCase().startsWith(kind.toUpperCase())
  return said ? site.name : `${kind} ${site.name}`
}

/** What a person typed, with the spacing of the language it is printed in. */
export function typed(text: string, language: Language): string {
  return language === 'fr' ? frenchSpaces(text.trim()) : text.trim()
}

/** True when the second day comes after the first. */
export function isSeveralDays(from: Day | undefined, to: Day | undefined): boolean {
  return from !== undefined && to !== undefined && daysBetween(from, to) > 0
}
