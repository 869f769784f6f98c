import { Printer } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fetchPosters } from '#data/access.ts'
import { useWorkspace } from '#data/stores-context.ts'
import type { Poster } from '#protocol/access.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Page } from '#ui/page.tsx'
import styles from './posters.module.css'
import { WallPoster } from './wall-poster.tsx'

/**
 * One sheet per unit. Those learnt at enrolment are shown at once; the server's own list replaces
 * them when it answers, and the page says which of the two is on screen.
 */
export function PostersScreen() {
  const { t } = useTranslation('access')
  const { profile } = useWorkspace()
  const [fresh, setFresh] = useState<readonly Poster[]>()
  const [isOffline, setIsOffline] = useState(false)

  useEffect(() => {
    let current = true
    reportFailure(
      fetchPosters(profile).then((answered) => {
        if (!current) return
        if (answered.ok) setFresh(answered.value)
        setIsOffline(!answered.ok)
      }),
    )
    return () => {
      current = false
    }
  }, [profile])

  const posters = fresh ?? profile.posters
  return (
    <Page
      title={t('postersTitle')}
      lead={t('postersLead')}
      dock={
        posters.length > 0 && (
          <Button tone="primary" size="big" icon={Printer} onClick={() => print()}>
            {t('printPosters', { count: posters.length })}
          </Button>
        )
      }
    >
      {isOffline && <Notice tone="watch">{t('postersOffline')}</Notice>}
      {posters.length === 0 && <EmptyState text={t('noPosters')} />}
      <div className={styles.sheets}>
        {posters.map((poster) => (
          <WallPoster key={poster.token} poster={poster} />
        ))}
      </div>
    </Page>
  )
}
