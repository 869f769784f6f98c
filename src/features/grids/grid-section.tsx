import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question, Section } from '#domain/form/form.ts'
import { Button } from '#ui/button.tsx'
import { useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { GridText } from './grid-text.tsx'
import css from './grids.module.css'
import { Place } from './place.tsx'
import { questionLike, TYPES, typeOf } from './question-types.ts'
import { SectionDetails } from './section-details.tsx'
import type { GridState } from './use-grid.ts'

interface GridSectionProps {
  readonly grid: GridState
  readonly section: Section
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onOpen: (question: { section: string; id: string }) => void
  readonly onMove: (question: string, by: -1 | 1) => void
}

/** A section and its questions, each with its buttons: nothing is asked of a drag a thumb may miss. */
export function GridSection({ grid, section, isFirst, isLast, onOpen, onMove }: GridSectionProps) {
  const { t } = useTranslation('grids')
  const text = useText()
  const { id, questions } = section
  const whole = grid.draft.sections.find((each) => each.id === id)?.questions ?? []
  const last = whole.at(-1)
  const title = text(section.title)
  const add = async () => {
    const name = grid.freeQuestionId(id)
    const like = questionLike(last, { id: name, label: { fr: '', en: '' } })
    await grid.saveQuestion(like, id)
    onOpen({ section: id, id: name })
  }
  return (
    <section className={css.section} aria-label={title}>
      <div className={css.sectionHead}>
        <Place name={`section:${id}:title`}>
          <GridText
            label={t('sectionTitle', { id })}
            value={section.title}
            draftKey={`${grid.id}:section:${id}`}
            rows={1}
            onCommit={(next) => {
              const place = grid.sectionPlace(id)
              return place ? grid.saveSection({ ...place, title: next }) : Promise.resolve(false)
            }}
          />
        </Place>
        <div className={css.tools}>
          <Button
            icon={ArrowUp}
            aria-label={t('sectionUp', { title })}
            disabled={isFirst}
            onClick={() => reportFailure(grid.moveSection(id, -1))}
          />
          <Button
            icon={ArrowDown}
            aria-label={t('sectionDown', { title })}
            disabled={isLast}
            onClick={() => reportFailure(grid.moveSection(id, 1))}
          />
          <Button
            icon={Trash2}
            aria-label={t('sectionRemove', { title })}
            onClick={() => reportFailure(grid.removeSection(id))}
          />
        </div>
      </div>
      <SectionDetails grid={grid} section={section} />
      <ol className={css.questions}>
        {questions.map((question, at) => (
          <QuestionRow
            key={question.id}
            question={question}
            section={id}
            isFirst={at === 0}
            isLast={question.id === last?.id}
            onOpen={onOpen}
            onMove={onMove}
          />
        ))}
      </ol>
      <Place name={`section:${id}:add`}>
        <Button icon={Plus} aria-label={t('addTo', { title })} onClick={() => reportFailure(add())}>
          {t('add')}
        </Button>
      </Place>
    </section>
  )
}

interface QuestionRowProps
  extends Pick<GridSectionProps, 'isFirst' | 'isLast' | 'onOpen' | 'onMove'> {
  readonly question: Question
  readonly section: string
}

/** Kept as it was drawn while its question and its place are the same. */
const QuestionRow = memo(function QuestionRow(props: QuestionRowProps) {
  const { question, section, isFirst, isLast, onOpen, onMove } = props
  const { t } = useTranslation('grids')
  const text = useText()
  const { id } = question
  return (
    <li>
      <button
        type="button"
        className={css.open}
        aria-label={t('openQuestion', { id, label: text(question.label) })}
        onClick={() => onOpen({ section, id })}
      >
        <span className={css.code}>{id}</span>
        <span>
          {text(question.label) || t('noWords')}
          <small>
            {t(TYPES.find(({ code }) => code === typeOf(question))?.key ?? 'typeCustom')}
          </small>
        </span>
      </button>
      <div className={css.tools}>
        <Button
          icon={ArrowUp}
          aria-label={t('up', { id })}
          disabled={isFirst}
          onClick={() => onMove(id, -1)}
        />
        <Button
          icon={ArrowDown}
          aria-label={t('down', { id })}
          disabled={isLast}
          onClick={() => onMove(id, 1)}
        />
      </div>
    </li>
  )
})
