import type { Language } from '#domain/shared/text.ts'
import { formatFigure } from '#ui/format.ts'

/** « 3,50 »: a mean of points keeps its two decimals, zeros said, as the method asks (R-TRA-3). */
export function formatMean(mean: number, language: Language): string {
  return formatFigure(mean, language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}
