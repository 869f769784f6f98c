import { Check, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './chip.module.css'

interface ChipProps {
  /** Undefined for a chip that acts and is not taken: « Écrire ». */
  readonly pressed?: boolean | undefined
  readonly onClick: () => void
  readonly icon?: LucideIcon | undefined
  readonly disabled?: boolean | undefined
  readonly children: ReactNode
}

/** A short phrase one can take; a tick shows it is taken. */
export function Chip({ pressed, onClick, icon, disabled = false, children }: ChipProps) {
  const Icon = pressed ? Check : icon
  return (
    <button
      type="button"
      className={styles.chip}
      aria-pressed={pressed}
      onClick={onClick}
      disabled={disabled}
    >
      {Icon && <Icon />}
      <span>{children}</span>
    </button>
  )
}
