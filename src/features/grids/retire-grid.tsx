import { Archive } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import type { GridState } from './use-grid.ts'
import { useMayEdit } from './use-may-edit.ts'

/** A grid offered no more, nor taken from what was begun with it; the same place offers it again. */
export function RetireGrid({ grid }: { readonly grid: GridState }) {
  const { t } = useTranslation('grids')
  const mayEdit = useMayEdit()
  const [asks, setAsks] = useState(false)
  const isPublished = grid.publications.length > 0
  if (grid.status === 'retired') {
    return (
      <Notice
        action={
          mayEdit && (
            <Button onClick={() => reportFailure(grid.saveFields({ status: 'open' }))}>
              {t('offerAgain')}
            </Button>
          )
        }
      >
        {t('retiredText')}
      </Notice>
    )
  }
  // Before it is published a grid is offered nowhere: there is nothing to retire.
  if (!mayEdit || !isPublished) return null
  return (
    <>
      <Button tone="quiet" icon={Archive} onClick={() => setAsks(true)}>
        {t('retire')}
      </Button>
      <ConfirmDialog
        isOpen={asks}
        onClose={() => setAsks(false)}
        title={t('retireTitle')}
        confirmLabel={t('retire')}
        onConfirm={() => reportFailure(grid.saveFields({ status: 'retired' }))}
      >
        <p>{t('retireText')}</p>
      </ConfirmDialog>
    </>
  )
}
