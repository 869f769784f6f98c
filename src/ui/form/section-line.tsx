import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Stops } from '#ui/stops.tsx'
import { FORM_TEXTS } from './form-texts.ts'
import css from './section-line.module.css'

interface Counts {
  readonly answered: number
  readonly expected: number
}

export interface SectionStop extends Counts {
  readonly id: string
  readonly title: string
}

interface SectionLineProps {
  readonly sections: readonly SectionStop[]
  readonly current: string | undefined
  readonly onOpen: (section: string) => void
}

/** The sections as a line with its stops, one little square by criterion. */
export function SectionLine({ sections, current, onOpen }: SectionLineProps) {
  const { t } = useTranslation(FORM_TEXTS)
  return (
    <div className={css.line}>
      <Stops
        label={t('sections')}
        items={sections.map((section) => {
          const done = section.answered === section.expected
          const here = section.id === current
          const counts = { answered: section.answered, expected: section.expected }
          const detail = done
            ? t('sectionComplete')
            : section.answered > 0
              ? t('sectionSome', counts)
              : t('sectionNone', { count: section.expected })
          return {
            id: section.id,
            title: section.title,
            state: here ? 'here' : done ? 'done' : 'ahead',
            stateLabel: t(here ? 'stateHere' : done ? 'stateDone' : 'stateAhead'),
            children: (
              <button
                type="button"
                className={css.open}
                aria-label={`${section.title}, ${detail}`}
                onClick={() => onOpen(section.id)}
              >
                <span className={css.detail}>{detail}</span>
                <Squares answered={section.answered} expected={section.expected} />
              </button>
            ),
          }
        })}
      />
    </div>
  )
}

/** One square by criterion: drawn again by the section answered, not by its neighbours. */
const Squares = memo(function Squares({ answered, expected }: Counts) {
  return (
    <span className={css.squares} aria-hidden>
      {Array.from({ length: expected }, (_, at) => at).map((at) => (
        <i key={at} data-on={at < answered || undefined} />
      ))}
    </span>
  )
})
