import type { ReportTexts } from './report-texts.ts'

/** « premier tour », « second tour », « 3e tour ». */
export function roundInWords(round: number, t: ReportTexts): string {
  if (round <= 1) return t('round1')
  return round === 2 ? t('round2') : t('roundN', { round })
}
