import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import styles from './sheet.module.css'
import { Sheet } from './sheet.tsx'

interface ConfirmDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  /** The effect, in words: « Effacer la photo ». Never « OK ». */
  readonly confirmLabel: string
  readonly onConfirm: () => void
  readonly tone?: 'primary' | 'alert' | undefined
  readonly children?: ReactNode
}

/** One decision. It confirms and never holds a field: the keyboard of a tablet would cover it. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onClose, title, confirmLabel, onConfirm, tone = 'primary', children } = props
  const { t } = useTranslation('ui')
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={title} role="alertdialog">
      {children}
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button
          tone={tone}
          onClick={() => {
            onConfirm()
            onClose()
          }}
        >
          {confirmLabel}
        </Button>
      </div>
    </Sheet>
  )
}
