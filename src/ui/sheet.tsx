import { X } from 'lucide-react'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import styles from './sheet.module.css'

interface OpenSheetProps {
  readonly onClose: () => void
  readonly title: string
  readonly role?: 'dialog' | 'alertdialog' | undefined
  readonly children: ReactNode
}

interface SheetProps extends OpenSheetProps {
  readonly isOpen: boolean
}

/**
 * From the bottom, at the thumb. It is the platform's own modal: the rest of the page is inert, and
 * the focus goes back where it was. A touch beside it does not close it: what was being written
 * there would go with it.
 */
export function Sheet({ isOpen, ...sheet }: SheetProps) {
  return isOpen ? <OpenSheet {...sheet} /> : null
}

function OpenSheet({ onClose, title, role = 'dialog', children }: OpenSheetProps) {
  const { t } = useTranslation('ui')
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  // A layout effect closes it before React takes it away: only then does the focus go back.
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])

  // At the end of the body: a button inside a paragraph may open it, a dialog may not stand in one.
  return createPortal(
    <dialog
      ref={dialog}
      role={role}
      aria-labelledby={titleId}
      className={styles.sheet}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className={styles.content}>
        <div className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className={styles.close} onClick={onClose}>
            <X />
            {t('close')}
          </button>
        </div>
        {children}
      </div>
    </dialog>,
    document.body,
  )
}
