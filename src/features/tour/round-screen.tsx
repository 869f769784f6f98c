import { PencilLine } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft, useToday } from '#data/stores-context.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { Page } from '#ui/page.tsx'
import { DeclareButton } from './declare-button.tsx'
import { dueHere, homeOfTheDay } from './due-here.ts'
import { HomeLead } from './home-lead.tsx'
import { InstallOffer } from './install-offer.tsx'
import { NextStops } from './next-stops.tsx'
import { ReadyStrip } from './ready-strip.tsx'
import { ResumeButton } from './resume-button.tsx'
import styles from './round.module.css'
import { TodayStops } from './today-stops.tsx'
import { useHomes } from './use-homes.ts'
import { WaitingBox } from './waiting-box.tsx'

const NoteSheet = lazy(async () => ({ default: (await import('./note-sheet.tsx')).NoteSheet }))
const PickHomeSheet = lazy(async () => ({
  default: (await import('./pick-home-sheet.tsx')).PickHomeSheet,
}))

/** « Ma tournée »: the home of the day, what is due there, what waits, where next. */
export function RoundScreen() {
  const { t } = useTranslation('tour')
  const language = useLanguage()
  const today = useToday()
  const homes = useHomes()
  // Where the officer says to be, for the day: tomorrow the planned visit leads again.
  const [chosen, choose] = useDraft(`here:${today}`)
  const [open, setOpen] = useState<'none' | 'home' | 'note'>('none')
  const home = homes.find(({ site }) => site.id === chosen) ?? homeOfTheDay(homes, today)

  if (!home) {
    return (
      <Page title={t('tourTitle')} lead={formatDay(today, language, 'long')}>
        <EmptyState text={t('noSites')} />
      </Page>
    )
  }
  const due = dueHere(home, today)
  const close = () => setOpen('none')

  return (
    <Page
      title={home.site.name}
      lead={<HomeLead home={home} today={today} />}
      aside={
        homes.length > 1 && (
          <Button tone="quiet" onClick={() => setOpen('home')}>
            {t('changeHome')}
          </Button>
        )
      }
      dock={
        <>
          <Button icon={PencilLine} onClick={() => setOpen('note')}>
            {t('note')}
          </Button>
          <DeclareButton site={home.site} />
          <ResumeButton site={home.site.id} drafts={due.drafts} />
        </>
      }
    >
      <div className={styles.place}>
        <ReadyStrip homes={homes} />
        <div className={styles.columns}>
          <TodayStops home={home} due={due} today={today} />
          <div className={styles.side}>
            <WaitingBox />
            <NextStops homes={homes} here={home} today={today} />
            <InstallOffer />
          </div>
        </div>
      </div>
      <Suspense>
        {open === 'note' && (
          <NoteSheet key={home.site.id} onClose={close} home={home} today={today} />
        )}
        {open === 'home' && (
          <PickHomeSheet onClose={close} homes={homes} here={home} today={today} onPick={choose} />
        )}
      </Suspense>
    </Page>
  )
}
