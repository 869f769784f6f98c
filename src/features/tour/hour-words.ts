import type { TFunction } from 'i18next'

/** « 8 h 30 » from `08:30`, as a meeting is announced; undefined when no hour was given. */
export function hourWords(t: TFunction<'tour'>, clock: string): string | undefined {
  const [hour, minutes] = clock.split(':')
  return hour && minutes ? t('hour', { hour: String(Number(hour)), minutes }) : undefined
}
