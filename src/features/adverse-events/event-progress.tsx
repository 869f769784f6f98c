import { useTranslation } from 'react-i18next'
import type { EventStatus } from '#domain/adverse-event/adverse-event.ts'
import { type Stop, Stops } from '#ui/stops.tsx'

const LINE = [
  { status: 'declared', label: 'stopDeclared' },
  { status: 'triaged', label: 'stopTriaged' },
  { status: 'analysis', label: 'stopAnalysis' },
  { status: 'answered', label: 'stopAnswered' },
  { status: 'closed', label: 'stopClosed' },
] as const satisfies readonly { status: EventStatus; label: string }[]

/**
 * The line of an event. The record keeps where it stands, not by which way it came: past the
 * answer, « analysé » cannot be told from « trié sans analyse », so the stop is not drawn.
 */
export function EventProgress({ status }: { status: EventStatus }) {
  const { t } = useTranslation('events')
  const line = LINE.filter(
    (stop) => stop.status !== 'analysis' || !['answered', 'closed'].includes(status),
  )
  const at = line.findIndex((stop) => stop.status === status)
  const items: Stop[] = line.map((stop, index) => ({
    id: stop.status,
    title: t(stop.label),
    state: index < at || status === 'closed' ? 'done' : index === at ? 'here' : 'ahead',
  }))
  return <Stops label={t('progress')} items={items} horizontal />
}
