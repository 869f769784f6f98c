import { CalendarDays } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import { clocksCalendar } from '#domain/adverse-event/channels/clocks-calendar.ts'
import { isRunning } from '#domain/adverse-event/channels/event-clocks.ts'
import { Button } from '#ui/button.tsx'
import { useLanguage } from '#ui/i18n.ts'
import { saveFile } from '#ui/save-file.ts'
import type { Events } from '../use-events.ts'

/** The running clocks of these events, for the telephone or the office calendar. */
export function CalendarButton({ rows }: { rows: Events['rows'] }) {
  const { t } = useTranslation('event-clocks')
  const language = useLanguage()
  const workspace = useWorkspace()
  const entries = rows.flatMap(({ event, site, clocks }) =>
    clocks
      .filter(({ state }) => isRunning(state))
      .map((clock) => ({
        event: event.id,
        reference: event.reference,
        home: site?.name ?? '',
        clock,
      })),
  )
  if (entries.length === 0) return null
  return (
    <Button
      icon={CalendarDays}
      onClick={() => {
        const calendar = clocksCalendar(entries, workspace.now(), language)
        saveFile(new Blob([calendar], { type: 'text/calendar' }), t('calendarFile'))
      }}
    >
      {t('calendar')}
    </Button>
  )
}
