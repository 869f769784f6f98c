import type { Language } from '#domain/shared/text.ts'
import { formatNumber } from './format.ts'

const NO_BREAK = '\u00a0'
const BYTE_UNITS = { fr: ['o', 'ko', 'Mo', 'Go', 'To'], en: ['B', 'kB', 'MB', 'GB', 'TB'] } as const

/** « 3,4 Mo », in powers of a thousand as storage is sold. */
export function formatBytes(bytes: number, language: Language): string {
  const units = BYTE_UNITS[language]
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  const decimals = power > 0 && value < 10 ? 1 : 0
  return `${formatNumber(value, language, decimals)}${NO_BREAK}${units[power] ?? ''}`
}
