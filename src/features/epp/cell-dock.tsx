import { Pencil, Undo2 } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import { findPersonalData } from '#domain/adverse-event/personal-data-guard.ts'
import { Chip } from '#ui/chip.tsx'
import { DraftedText, draftText } from '#ui/form/drafted-text.tsx'
import { QuestionView } from '#ui/form/question-view.tsx'
import { useNameWarning } from '#ui/form/use-name-warning.ts'
import { useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import css from './cell-dock.module.css'
import { type Cell, cellKey } from './cells.ts'
import { unitOf } from './unit-of.ts'
import type { EppFlowState } from './use-epp-flow.ts'

interface CellProps {
  readonly flow: EppFlowState
  readonly cell: Cell
}

interface CellDockProps extends CellProps {
  /** What follows once every cell has its answer. */
  readonly children?: ReactNode
}

/** One cell asked at a time, its answers at the thumb. */
export function CellDock({ flow, cell, children }: CellDockProps) {
  const { t } = useTranslation('epp')
  const text = useText()
  const { drafts } = useWorkspace()
  const byArrow = useRef(false)
  const title = useRef<HTMLHeadingElement>(null)
  const key = cellKey(cell)
  const { file, criterion } = cell
  const own = flow.cells.filter((each) => each.file === file)
  const at = own.findIndex((each) => cellKey(each) === key) + 1

  // Focus follows the question, and lives outside React. The dock is always in sight: no scrolling.
  const lastKey = useRef(key)
  useEffect(() => {
    if (lastKey.current !== key) title.current?.focus({ preventScroll: true })
    lastKey.current = key
  }, [key])

  return (
    <section className={css.ask} data-dock aria-labelledby="epp-asked">
      <div className={css.words}>
        <p className={css.where}>
          {t('asked', { file, at, count: own.length, ...unitOf(flow.form) })}
        </p>
        <h2 id="epp-asked" ref={title} tabIndex={-1} className={css.title}>
          {text(criterion.label)}
        </h2>
        {criterion.hint && <p className={css.how}>{text(criterion.hint)}</p>}
        <CellNotes key={key} flow={flow} cell={cell} />
        {children}
      </div>
      <div
        className={css.answers}
        onPointerDownCapture={() => {
          byArrow.current = false
        }}
        onKeyDownCapture={(event) => {
          byArrow.current = event.key.startsWith('Arrow')
        }}
      >
        <QuestionView
          key={key}
          question={criterion}
          value={flow.filling.answers.get(key)}
          orientation="column"
          label={t('answersOf', {
            file,
            criterion: text(criterion.label),
            ...unitOf(flow.form),
          })}
          onAnswer={(_, value) => flow.answer(cell, value, byArrow.current)}
          onFailure={reportFailure}
          drafts={drafts}
          draftKey={`answer:${flow.filling.id}:${file}`}
        />
      </div>
    </section>
  )
}

function CellNotes({ flow, cell }: CellProps) {
  const { t } = useTranslation('epp')
  const warn = useNameWarning(findPersonalData)
  const { drafts } = useWorkspace()
  const key = cellKey(cell)
  const draftKey = `comment:${flow.filling.id}:${key}`
  const comment = flow.filling.comments.get(key) ?? ''
  const [writes, setWrites] = useState(
    () => comment !== '' || draftText(drafts, draftKey) !== undefined,
  )
  return (
    <>
      <div className={css.chips}>
        {!writes && (
          <Chip icon={Pencil} onClick={() => setWrites(true)}>
            {t('comment')}
          </Chip>
        )}
        <Chip icon={Undo2} disabled={flow.undoable === 0} onClick={() => flow.undo()}>
          {t('undo')}
        </Chip>
      </div>
      {writes && (
        <DraftedText
          label={t('commentOf', {
            file: cell.file,
            criterion: cell.criterion.id,
            ...unitOf(flow.form),
          })}
          value={comment}
          draftKey={draftKey}
          drafts={drafts}
          onCommit={(words) => flow.comment(cell, words)}
          onFailure={reportFailure}
          hint={t('commentHint')}
          warn={warn}
          rows={2}
        />
      )}
    </>
  )
}
