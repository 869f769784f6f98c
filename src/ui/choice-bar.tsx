import type { LucideIcon } from 'lucide-react'
import { memo, useId } from 'react'
import styles from './choice-bar.module.css'

export interface Choice {
  readonly code: string
  readonly label: string
  readonly icon?: LucideIcon | undefined
  /** A figure or letters known to the field (« 4 », « NC »), in place of the icon. */
  readonly sign?: string | undefined
  readonly tone?: 'ok' | 'watch' | 'alert' | 'plain' | undefined
}

interface ChoiceBarProps {
  /** Spoken name of the group, with the code of what is being judged. */
  readonly label: string
  readonly options: readonly Choice[]
  readonly value: string | undefined
  readonly onChange: (code: string) => void
  /** `column` stacks at the thumb's edge of a tablet; `row` spreads over the width. */
  readonly orientation?: 'column' | 'row' | undefined
  readonly isDisabled?: boolean | undefined
}

/**
 * The answers to one question, one tap each. Tapping the chosen one again changes nothing: an
 * answer is never lost to a second tap; undoing has its own button.
 */
export function ChoiceBar(props: ChoiceBarProps) {
  const { label, options, value, onChange, orientation = 'column', isDisabled = false } = props
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label} className={`${styles.bar} ${styles[orientation]}`}>
      {options.map(({ code, label: word, icon, sign, tone = 'plain' }) => (
        <label
          key={code}
          className={`${styles.choice} ${styles[tone]}`}
          data-selected={code === value || undefined}
        >
          <input
            type="radio"
            name={name}
            checked={code === value}
            disabled={isDisabled}
            onChange={() => onChange(code)}
          />
          <Face icon={icon} sign={sign} word={word} />
        </label>
      ))}
    </div>
  )
}

interface FaceProps extends Pick<Choice, 'icon' | 'sign'> {
  readonly word: string
}

/** Of one answer; the next criterion nearly always has the same. */
const Face = memo(function Face({ icon: Icon, sign, word }: FaceProps) {
  return (
    <>
      {sign ? <b>{sign}</b> : Icon && <Icon />}
      <span>{word}</span>
    </>
  )
})
