import styles from './button.module.css'

export interface ButtonLooks {
  /** One `primary` per screen. */
  readonly tone?: 'primary' | 'plain' | 'quiet' | 'alert' | undefined
  readonly size?: 'normal' | 'big' | undefined
  readonly wide?: boolean | undefined
}

/** The classes of anything that looks like a button, pressed or followed. */
export function buttonClass(looks: ButtonLooks, extra?: string): string {
  const { tone = 'plain', size = 'normal', wide = false } = looks
  return [styles.button, styles[tone], size === 'big' && styles.big, wide && styles.wide, extra]
    .filter(Boolean)
    .join(' ')
}
