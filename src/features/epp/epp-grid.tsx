import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { rateCriteria } from '#domain/epp/rate-criteria.ts'
import type { CriterionQuestion, Form } from '#domain/form/form.ts'
import { stepOf } from '#domain/form/scales.ts'
import { lookOf } from '#ui/form/scale-options.ts'
import { useText } from '#ui/i18n.ts'
import { answersByFile, type Cell, cellKey, fileNumbers } from './cells.ts'
import css from './epp-grid.module.css'
import { unitOf } from './unit-of.ts'
import type { Round } from './use-epp.ts'

interface EppGridProps {
  readonly form: Form
  readonly round: Round
  readonly current?: Cell | undefined
  /** Opens a cell to go back to it; absent when the round is only read. */
  readonly onOpen?: ((cell: Cell) => void) | undefined
}

/** Criteria in rows, files in columns. One looks here and answers in the dock. */
export function EppGrid({ form, round, current, onOpen }: EppGridProps) {
  const { t } = useTranslation('epp')
  const text = useText()
  const unit = unitOf(form)
  const files = fileNumbers(round.files)
  const rates = rateCriteria(form, answersByFile(round.filling, round.files))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a wide table scrolls in a box of its own, which is no set of fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must reach what scrolls
    <div className={css.scroll} tabIndex={0} role="group" aria-label={t('gridLabel', unit)}>
      <table className={css.grid}>
        <caption className="sr">{t('gridCaption', unit)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('criterion')}</th>
            {files.map((file) => (
              <th key={file} scope="col" data-current={file === current?.file || undefined}>
                <span className="sr">{t('file', { file, ...unit })}</span>
                <span aria-hidden>{file}</span>
                {file === current?.file && <span className="sr">, {t('fileOpen', unit)}</span>}
              </th>
            ))}
            <th scope="col">{t('metColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {rates.map(({ criterion, k, n }) => (
            <tr
              key={criterion.id}
              data-current={criterion.id === current?.criterion.id || undefined}
            >
              <th scope="row">{text(criterion.label)}</th>
              {files.map((file) => (
                <td key={file}>
                  <GridCell
                    cell={{ file, criterion }}
                    form={form}
                    round={round}
                    isHere={isSame({ file, criterion }, current)}
                    onOpen={onOpen}
                  />
                </td>
              ))}
              <td className={css.count}>{t('met', { k, n })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function isSame(cell: Cell, other: Cell | undefined): boolean {
  return other !== undefined && cellKey(cell) === cellKey(other)
}

interface GridCellProps {
  readonly cell: { readonly file: number; readonly criterion: CriterionQuestion }
  readonly form: Form
  readonly round: Round
  readonly isHere: boolean
  readonly onOpen: EppGridProps['onOpen']
}

/** Brings the cell asked into sight, above the dock; scrolling is outside React, hence the effect. */
function useInSight(isHere: boolean) {
  const mark = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (isHere) mark.current?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [isHere])
  return mark
}

function GridCell({ cell, form, round, isHere, onOpen }: GridCellProps) {
  const { t } = useTranslation('epp')
  const text = useText()
  const step = stepOf(cell.criterion, round.filling.answers.get(cellKey(cell)))
  const look = step && lookOf(step)
  const answer = step ? text(step.label) : t(isHere ? 'cellHere' : 'cellEmpty')
  const label = t('cell', {
    file: cell.file,
    criterion: text(cell.criterion.label),
    answer,
    ...unitOf(form),
  })
  const Icon = look?.icon
  const inSight = useInSight(isHere)
  const mark = (
    <span
      ref={inSight}
      className={css.mark}
      data-tone={look?.tone ?? 'empty'}
      data-here={isHere || undefined}
    >
      {Icon && <Icon aria-hidden />}
    </span>
  )
  if (!onOpen) {
    return (
      <span className={css.cell}>
        {mark}
        <span className="sr">{answer}</span>
      </span>
    )
  }
  return (
    <button
      type="button"
      className={css.cell}
      aria-label={label}
      aria-current={isHere || undefined}
      onClick={() => onOpen(cell)}
    >
      {mark}
    </button>
  )
}
