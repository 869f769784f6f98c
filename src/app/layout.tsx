import { type ReactNode, useLayoutEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { matchPath, useLocation } from 'react-router'
import { useWorkspace } from '#data/stores-context.ts'
import { paths } from '#src/paths.ts'
import { useHoldsUpdates } from '#ui/dirty.ts'
import { NoticeStack } from '#ui/notice-stack.tsx'
import { PageStatus } from '#ui/page-status.ts'
import { BottomBar } from './bottom-bar.tsx'
import styles from './layout.module.css'
import { PLACES } from './places.ts'
import { SyncLink } from './sync-link.tsx'
import { TopBar } from './top-bar.tsx'
import { UpdatePrompt } from './update-prompt.tsx'

/** Rounds in hand: an update waits until one has left them. */
const IN_HAND = [paths.audit(':id'), paths.epp(':id'), paths.tracer(':id')]

/** The shell around a screen. Each screen brings its own `<Page>`, which is the main landmark. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('shell')
  const { pathname } = useLocation()
  const { profile, sync } = useWorkspace()
  // Not the whole status: it changes at each answer saved, and the shell with it.
  const roundRuns = useSyncExternalStore(
    sync.subscribe,
    () => sync.status().round.kind === 'running',
  )
  const places = PLACES[profile.person.role]
  const status = <SyncLink />
  useHoldsUpdates(IN_HAND.some((pattern) => matchPath(pattern, pathname)))

  // Before the effects of the screen itself, which may resume lower down: at a criterion.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new screen begins at its top
  useLayoutEffect(() => {
    window.scrollTo(0, 0)
  }, [pathname])

  return (
    <div className={styles.shell}>
      <a href="#main" className={styles.skip}>
        {t('skip')}
      </a>
      <TopBar places={places} status={status} />
      <NoticeStack />
      <UpdatePrompt roundRuns={roundRuns} />
      <PageStatus value={status}>{children}</PageStatus>
      <BottomBar places={places} />
    </div>
  )
}
