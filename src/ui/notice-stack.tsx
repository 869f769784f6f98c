import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import styles from './notice-stack.module.css'
import { dismissNotice, useNotices } from './notices.ts'

/** Notices of the moment, above the dock, until each is read. */
export function NoticeStack() {
  const { t } = useTranslation('ui')
  const entries = useNotices((state) => state.entries)
  if (entries.length === 0) return null
  return (
    <section aria-label={t('notices')} className={styles.stack}>
      {entries.map(({ id, tone, title, detail }) => (
        <Notice
          key={id}
          tone={tone}
          title={title}
          action={<Button onClick={() => dismissNotice(id)}>{t('dismiss')}</Button>}
        >
          {detail}
        </Notice>
      ))}
    </section>
  )
}
