import type { Language } from '#domain/shared/text.ts'

/** « 3,50 »: a mean of points keeps its two decimals, zeros said, as the method asks (R-TRA-3). */
export function formatMean(mean: number, language: Language): string {
  const twoDecimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
  return new Intl.NumberFormat(language, twoDecimals).format(mean)
}
