import { useTranslation } from 'react-i18next'
import type { Day } from '#domain/shared/day.ts'
import { ChoiceList } from '#ui/choice-list.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Sheet } from '#ui/sheet.tsx'
import { visitOn } from './due-here.ts'
import type { HomeView } from './home-view.ts'
import { hourWords } from './hour-words.ts'

interface PickHomeSheetProps {
  readonly homes: readonly HomeView[]
  readonly here: HomeView
  readonly today: Day
  onPick(site: string): Promise<unknown>
  onClose(): void
}

export function PickHomeSheet({ homes, here, today, onPick, onClose }: PickHomeSheetProps) {
  const { t } = useTranslation('tour')
  return (
    <Sheet isOpen onClose={onClose} title={t('pickHomeTitle')}>
      <ChoiceList
        label={t('pickHomeTitle')}
        options={homes.map((home) => {
          const visit = visitOn(home, today)
          const hour = visit && hourWords(t, visit.startsAt)
          return {
            code: home.site.id,
            label: home.site.name,
            ...(visit && { help: hour ? t('visitToday', { hour }) : t('visitTodayNoHour') }),
          }
        })}
        value={[here.site.id]}
        onChange={([site]) => {
          if (site !== undefined) reportFailure(onPick(site))
          onClose()
        }}
      />
    </Sheet>
  )
}
