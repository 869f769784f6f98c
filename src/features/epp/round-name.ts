import type { TFunction } from 'i18next'

/** « 1er tour », « 2e tour ». */
export function roundName(t: TFunction<'epp'>, round: number): string {
  return round === 1 ? t('roundFirst') : t('roundNth', { round })
}
