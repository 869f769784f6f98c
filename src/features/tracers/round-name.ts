import type { TFunction } from 'i18next'

/** « 1er traceur », « 2e traceur » of a home. */
export function roundName(t: TFunction<'tracers'>, round: number): string {
  return round === 1 ? t('roundFirst') : t('roundNth', { round })
}
