import { useTranslation } from 'react-i18next'
import { Button } from '#ui/button.tsx'
import { useDirty } from '#ui/dirty.ts'
import { Notice } from '#ui/notice.tsx'
import { useUpdates } from './app-updates.ts'
import styles from './update-prompt.module.css'

interface UpdatePromptProps {
  /** A round of sending is under way. */
  readonly roundRuns: boolean
}

/** Asks before updating; while something is under way it says why it waits and offers nothing. */
export function UpdatePrompt({ roundRuns }: UpdatePromptProps) {
  const { t } = useTranslation('shell')
  const { kind, install } = useUpdates()
  const isHeld = useDirty(({ holders }) => holders.size > 0) || roundRuns
  if (kind === 'none') return null

  const isElsewhere = kind === 'elsewhere'
  const label = isElsewhere ? t('reload') : t('updateNow')
  return (
    <div className={styles.strip} data-update={kind}>
      <Notice
        title={isElsewhere ? t('updatedElsewhere') : t('updateTitle')}
        action={
          kind === 'installing' || isHeld ? undefined : <Button onClick={install}>{label}</Button>
        }
      >
        {kind === 'installing' && t('updating')}
        {kind !== 'installing' && isHeld && t('updateHeld')}
        {kind === 'ready' && !isHeld && t('updateText')}
        {isElsewhere && !isHeld && t('updatedElsewhereText')}
      </Notice>
    </div>
  )
}
