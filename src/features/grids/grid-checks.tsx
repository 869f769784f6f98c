import { useTranslation } from 'react-i18next'
import { allQuestions, isGroup } from '#domain/form/form.ts'
import { Notice } from '#ui/notice.tsx'
import css from './grids.module.css'
import { useCheckWords } from './use-check-words.ts'
import type { GridState } from './use-grid.ts'

interface GridChecksProps {
  readonly grid: GridState
  readonly onOpen: (question: { section: string; id: string }) => void
}

/** What forbids to publish, then what was surely not meant; each opens the question it is about. */
export function GridChecks({ grid, onOpen }: GridChecksProps) {
  const { t } = useTranslation('grids')
  const { faultWords, warningWords } = useCheckWords(grid.draft)
  const { faults, warnings } = grid
  if (faults.length + warnings.length === 0) return <Notice tone="ok">{t('sound')}</Notice>
  const rows = [
    ...faults.map((fault) => ({ words: faultWords(fault), at: placeOf(fault), grave: true })),
    ...warnings.map((warning) => ({
      words: warningWords(warning),
      at: placeOf(warning),
      grave: false,
    })),
  ]
  const sectionOf = (id: string) =>
    grid.draft.sections.find(({ questions }) =>
      questions.some(
        (each) => each.id === id || (isGroup(each) && each.questions.some((own) => own.id === id)),
      ),
    )?.id
  const known = new Set(allQuestions(grid.draft).map(({ id }) => id))
  return (
    <Notice
      tone={faults.length > 0 ? 'alert' : 'watch'}
      title={
        faults.length > 0
          ? t('faults', { count: faults.length })
          : t('warnings', { count: warnings.length })
      }
    >
      <ul className={css.checks}>
        {rows.map(({ words, at, grave }) => {
          const section = at !== undefined && known.has(at) ? sectionOf(at) : undefined
          return (
            <li key={words}>
              {!grave && faults.length > 0 && `${t('toSee')} `}
              {section !== undefined && at !== undefined ? (
                <button type="button" onClick={() => onOpen({ section, id: at })}>
                  {words}
                </button>
              ) : (
                words
              )}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}

function placeOf(about: object): string | undefined {
  if ('id' in about && typeof about.id === 'string') return about.id
  if ('from' in about && typeof about.from === 'string') return about.from
  return 'path' in about && Array.isArray(about.path) ? about.path[0] : undefined
}
