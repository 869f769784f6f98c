import { useTranslation } from 'react-i18next'
import type { Day } from '#domain/shared/day.ts'
import { formatDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { lastYear } from './period.ts'

/** The notes of the margin: n, period or day, source. */
export function useNotes(today: Day) {
  const { t } = useTranslation('dashboard')
  const language = useLanguage()
  const { from, to } = lastYear(today)
  return {
    n: (count: number) => t('n', { count }),
    period: t('period', { from: formatDay(from, language), to: formatDay(to, language) }),
    situation: t('situation', { day: formatDay(today, language) }),
    source: (source: string) => t('source', { source }),
  }
}
