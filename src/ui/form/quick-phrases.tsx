import type { ReactNode } from 'react'
import { Chip } from '../chip.tsx'
import css from './quick-phrases.module.css'

interface QuickPhrasesProps {
  readonly phrases: readonly string[]
  /** The words they go into. */
  readonly value: string
  readonly onChange: (value: string) => void
  /** Other chips of the same row. */
  readonly children?: ReactNode
}

/** Phrases taken in one tap, and given back in another, beside what is written by hand. */
export function QuickPhrases({ phrases, value, onChange, children }: QuickPhrasesProps) {
  return (
    <div className={css.chips}>
      {phrases.map((phrase) => (
        <Chip
          key={phrase}
          pressed={phrasesIn(value).includes(phrase)}
          onClick={() => onChange(togglePhrase(value, phrase))}
        >
          {phrase}
        </Chip>
      ))}
      {children}
    </div>
  )
}

const BETWEEN = ' ; '

/** The phrases some words are made of. */
export function phrasesIn(words: string): string[] {
  return words.split(/\s*;\s*/).filter((part) => part !== '')
}

/** Takes a phrase into the words, or out of them, leaving what was written by hand. */
function togglePhrase(words: string, phrase: string): string {
  const parts = phrasesIn(words)
  const next = parts.includes(phrase) ? parts.filter((part) => part !== phrase) : [...parts, phrase]
  return next.join(BETWEEN)
}
