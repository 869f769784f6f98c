import type { LucideIcon } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import styles from './button.module.css'

interface ButtonContentProps {
  readonly icon?: LucideIcon | undefined
  readonly iconAfter?: LucideIcon | undefined
  readonly children?: ReactNode
}

/** Icon, words, icon. A `<small>` among the words goes on its own line. */
export const ButtonContent = memo(function ButtonContent({
  icon: Icon,
  iconAfter: After,
  children,
}: ButtonContentProps) {
  return (
    <>
      {Icon && <Icon />}
      {/* Empty words would push an icon alone off the middle. */}
      {children !== undefined && <span className={styles.words}>{children}</span>}
      {After && <After />}
    </>
  )
})
