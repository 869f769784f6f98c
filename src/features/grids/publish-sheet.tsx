import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Sheet } from '#ui/sheet.tsx'
import { TextField } from '#ui/text-field.tsx'
import css from './grids.module.css'
import type { GridState } from './use-grid.ts'
import { usePublish } from './use-publish.ts'

interface PublishSheetProps {
  readonly grid: GridState
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** A version for ever: what it changes is said, what was begun keeps the version it has. */
export function PublishSheet({ grid, isOpen, onClose }: PublishSheetProps) {
  const { t } = useTranslation('grids')
  const publish = usePublish()
  const [note, setNote] = useState('')
  const [done, setDone] = useState<number>()
  const confirm = async () => {
    await publish(grid.draft, grid.next, note)
    setDone(grid.next)
    setNote('')
  }
  const close = () => {
    setDone(undefined)
    onClose()
  }
  return (
    <Sheet
      isOpen={isOpen}
      onClose={close}
      title={t('publishTitle', { version: done ?? grid.next })}
    >
      <div className={css.sheet}>
        {done !== undefined ? (
          <>
            <Notice tone="ok">{t('publishDone', { version: done })}</Notice>
            <Button tone="primary" size="big" onClick={close}>
              {t('done')}
            </Button>
          </>
        ) : grid.faults.length > 0 ? (
          <Notice tone="alert">{t('publishFaults', { count: grid.faults.length })}</Notice>
        ) : (
          <>
            <p>{t('publishExplain')}</p>
            {grid.warnings.length > 0 && (
              <Notice tone="watch">{t('publishWarnings', { count: grid.warnings.length })}</Notice>
            )}
            {grid.next > 1 && (
              <TextField
                label={t('publishNote')}
                value={note}
                onChange={setNote}
                multiline
                rows={2}
              />
            )}
            <Button tone="primary" size="big" onClick={() => reportFailure(confirm())}>
              {t('publishConfirm', { version: grid.next })}
            </Button>
          </>
        )}
      </div>
    </Sheet>
  )
}
