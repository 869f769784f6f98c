import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { ButtonContent } from './button-content.tsx'
import { type ButtonLooks, buttonClass } from './button-looks.ts'

interface ButtonProps extends ComponentProps<'button'>, ButtonLooks {
  readonly icon?: LucideIcon | undefined
  readonly iconAfter?: LucideIcon | undefined
}

/** Verb and object: « Garder le 15 décembre ». Never submits a form unless `type` says so. */
export function Button(props: ButtonProps) {
  const { tone, size, wide, icon, iconAfter, className, children, type = 'button', ...rest } = props
  return (
    <button type={type} className={buttonClass({ tone, size, wide }, className)} {...rest}>
      <ButtonContent icon={icon} iconAfter={iconAfter}>
        {children}
      </ButtonContent>
    </button>
  )
}
