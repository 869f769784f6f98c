import { useTranslation } from 'react-i18next'
import { EVENT_FAMILIES } from '#domain/adverse-event/adverse-event.ts'
import { FAMILY_TEXTS } from '#domain/adverse-event/event-texts.ts'
import { NOT_SAID } from '#domain/adverse-event/numbers/group-events.ts'
import type { Site } from '#domain/site/site.ts'
import { useText } from '#ui/i18n.ts'

/** What each group is called on the screen. */
export function useGroupNames(site: Site | undefined) {
  const { t } = useTranslation('event-numbers')
  const text = useText()
  return {
    family(id: string) {
      const family = EVENT_FAMILIES.find((code) => code === id)
      return family ? text(FAMILY_TEXTS[family]) : id
    },
    place: (id: string) => site?.units.find((unit) => unit.id === id)?.name ?? t('notSaid'),
    hour(id: string) {
      if (id === NOT_SAID) return t('noHour')
      const [from = '', to = ''] = id.split('-')
      return t('hourBand', { from: Number(from), to: Number(to) })
    },
  }
}
