import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { ButtonContent } from './button-content.tsx'
import { type ButtonLooks, buttonClass } from './button-looks.ts'

interface ButtonLinkProps extends ButtonLooks {
  /** A screen of the app; `href` leaves it (another entry, a telephone number, a file). */
  readonly to?: string | undefined
  readonly href?: string | undefined
  readonly download?: string | undefined
  readonly icon?: LucideIcon | undefined
  readonly iconAfter?: LucideIcon | undefined
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** Goes somewhere, and looks like a button. */
export function ButtonLink(props: ButtonLinkProps) {
  const { to, href, download, icon, iconAfter, className, children, ...looks } = props
  const content = (
    <ButtonContent icon={icon} iconAfter={iconAfter}>
      {children}
    </ButtonContent>
  )
  const looksClass = buttonClass(looks, className)
  if (to !== undefined) {
    return (
      <Link to={to} className={looksClass}>
        {content}
      </Link>
    )
  }
  return (
    <a href={href} download={download} className={looksClass}>
      {content}
    </a>
  )
}
