import { ArrowRight, Undo2 } from 'lucide-react'
import { memo, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import { findPersonalData } from '#domain/adverse-event/personal-data-guard.ts'
import { Chip } from '#ui/chip.tsx'
import { AnswerComment } from '#ui/form/answer-comment.tsx'
import { QuestionView } from '#ui/form/question-view.tsx'
import { useNameWarning } from '#ui/form/use-name-warning.ts'
import { useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import css from './cell-dock.module.css'
import { type Cell, cellKey } from './cells.ts'
import { EarlierRate } from './earlier-rate.tsx'
import { unitOf } from './unit-of.ts'
import type { EppSetting } from './use-epp.ts'
import type { EppFlowState } from './use-epp-flow.ts'

interface CellProps {
  readonly flow: EppFlowState
  readonly cell: Cell
}

interface CellDockProps extends CellProps {
  readonly setting: EppSetting
  /** What follows once every cell has its answer. */
  readonly children?: ReactNode
}

/** One cell asked at a time, its answers at the thumb. */
export const CellDock = memo(function CellDock({ setting, flow, cell, children }: CellDockProps) {
  const { t } = useTranslation('epp')
  const text = useText()
  const { drafts } = useWorkspace()
  const byArrow = useRef(false)
  const title = useRef<HTMLHeadingElement>(null)
  const key = cellKey(cell)
  const { file, criterion } = cell
  const { filling } = flow.round

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
          {t('asked', { file, at: flow.at, count: flow.count, ...unitOf(flow.form) })}
        </p>
        <h2 id="epp-asked" ref={title} tabIndex={-1} className={css.title}>
          {text(criterion.label)}
        </h2>
        {criterion.hint && <p className={css.how}>{text(criterion.hint)}</p>}
        <EarlierRate setting={setting} round={filling} criterion={criterion} />
        <div className={css.notes}>
          <CellNotes key={key} flow={flow} cell={cell} />
        </div>
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
          question={criterion}
          value={filling.answers.get(key)}
          orientation="column"
          label={t('answersOf', {
            file,
            criterion: text(criterion.label),
            ...unitOf(flow.form),
          })}
          onAnswer={(_, value) => flow.answer(cell, value, byArrow.current)}
          onFailure={reportFailure}
          drafts={drafts}
          draftKey={`answer:${filling.id}:${file}`}
        />
      </div>
    </section>
  )
})

function CellNotes({ flow, cell }: CellProps) {
  const { t } = useTranslation('epp')
  const warn = useNameWarning(findPersonalData)
  const { drafts } = useWorkspace()
  const { file, criterion } = cell
  const { next } = flow
  const key = cellKey(cell)
  const { id, answers, comments } = flow.round.filling
  return (
    <AnswerComment
      criterion={criterion}
      comment={comments.get(key) ?? ''}
      label={t('commentOf', { file, criterion: criterion.id, ...unitOf(flow.form) })}
      draftKey={`comment:${id}:${key}`}
      drafts={drafts}
      onComment={(words) => flow.comment(cell, words)}
      warn={warn}
      rows={2}
    >
      <Chip icon={Undo2} disabled={flow.undoable === 0} onClick={() => flow.undo()}>
        {t('undo')}
      </Chip>
      {next && answers.has(key) && (
        <Chip icon={ArrowRight} onClick={() => flow.moveTo(next)}>
          {t('nextEmpty')}
        </Chip>
      )}
    </AnswerComment>
  )
}
