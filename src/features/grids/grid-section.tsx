import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Section } from '#domain/form/form.ts'
import { Button } from '#ui/button.tsx'
import { useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { GridText } from './grid-text.tsx'
import css from './grids.module.css'
import { questionOfType, TYPES, typeOf } from './question-types.ts'
import { SectionDetails } from './section-details.tsx'
import type { GridState } from './use-grid.ts'

interface GridSectionProps {
  readonly grid: GridState
  readonly section: Section
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onOpen: (question: { section: string; id: string }) => void
}

/** A section and its questions, each with its buttons: nothing is asked of a drag a thumb may miss. */
export function GridSection({ grid, section, isFirst, isLast, onOpen }: GridSectionProps) {
  const { t } = useTranslation('grids')
  const text = useText()
  const { id, questions } = section
  const title = text(section.title)
  const add = async () => {
    const name = grid.freeQuestionId(id)
    const last = questions.at(-1)
    const type = last && typeOf(last) !== 'custom' ? typeOf(last) : 'yes-partial-no-na'
    const code = type === 'custom' ? 'yes-partial-no-na' : type
    await grid.saveQuestion(questionOfType(code, { id: name, label: { fr: '', en: '' } }), id)
    onOpen({ section: id, id: name })
  }
  return (
    <section className={css.section} aria-label={title}>
      <div className={css.sectionHead}>
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
          <li key={question.id}>
            <button
              type="button"
              className={css.open}
              aria-label={t('openQuestion', { id: question.id, label: text(question.label) })}
              onClick={() => onOpen({ section: id, id: question.id })}
            >
              <span className={css.code}>{question.id}</span>
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
                aria-label={t('up', { id: question.id })}
                disabled={at === 0}
                onClick={() => reportFailure(grid.moveQuestion(question.id, -1))}
              />
              <Button
                icon={ArrowDown}
                aria-label={t('down', { id: question.id })}
                disabled={at === questions.length - 1}
                onClick={() => reportFailure(grid.moveQuestion(question.id, 1))}
              />
            </div>
          </li>
        ))}
      </ol>
      <Button icon={Plus} aria-label={t('addTo', { title })} onClick={() => reportFailure(add())}>
        {t('add')}
      </Button>
    </section>
  )
}
