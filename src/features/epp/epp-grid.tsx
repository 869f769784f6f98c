import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { rateCriteria } from '#domain/epp/rate-criteria.ts'
import type { CriterionQuestion, Form } from '#domain/form/form.ts'
import { stepOf } from '#domain/form/scales.ts'
import type { Json } from '#domain/shared/json.ts'
import { lookOf } from '#ui/form/scale-options.ts'
import { useText } from '#ui/i18n.ts'
import { answersByFile, type Cell, fileNumbers } from './cells.ts'
import css from './epp-grid.module.css'
import { unitOf } from './unit-of.ts'
import type { Round } from './use-epp.ts'

interface EppGridProps {
  readonly form: Form
  readonly round: Pick<Round, 'filling' | 'files'>
  readonly current?: Cell | undefined
  /** Opens a cell to go back to it; absent when the round is only read. */
  readonly onOpen?: ((cell: Cell) => void) | undefined
}

/** Criteria in rows, files in columns. One looks here and answers in the dock. */
export function EppGrid({ form, round, current, onOpen }: EppGridProps) {
  const { t } = useTranslation('epp')
  const unit = unitOf(form)
  const byFile = answersByFile(round.filling, round.files)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a wide table scrolls in a box of its own, which is no set of fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must reach what scrolls
    <div className={css.scroll} tabIndex={0} role="group" aria-label={t('gridLabel', unit)}>
      <table className={css.grid}>
        <caption className="sr">{t('gridCaption', unit)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('criterion')}</th>
            {fileNumbers(round.files).map((file) => (
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
          {rateCriteria(form, byFile).map(({ criterion, k, n }) => (
            <GridRow
              key={criterion.id}
              criterion={criterion}
              unit={unit.context}
              codes={byFile.map((answers) => codeOf(answers.get(criterion.id))).join(BETWEEN)}
              met={t('met', { k, n })}
              here={criterion.id === current?.criterion.id ? current.file : undefined}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const BETWEEN = '\n'

function codeOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

interface GridRowProps {
  readonly criterion: CriterionQuestion
  readonly unit: ReturnType<typeof unitOf>['context']
  /** The answer of each file, empty for none, as one text: a row is drawn again when it says otherwise. */
  readonly codes: string
  readonly met: string
  /** The file asked, when this is the criterion asked. */
  readonly here: number | undefined
  readonly onOpen: EppGridProps['onOpen']
}

/** Kept as it was drawn while its answers are the same: a round may have hundreds of cells. */
const GridRow = memo(function GridRow(props: GridRowProps) {
  const { criterion, unit, codes, met, here, onOpen } = props
  const text = useText()
  return (
    <tr data-current={here !== undefined || undefined}>
      <th scope="row">{text(criterion.label)}</th>
      {codes.split(BETWEEN).map((code, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a file is known by its place
        <td key={at}>
          <GridCell
            file={at + 1}
            criterion={criterion}
            unit={unit}
            code={code}
            isHere={here === at + 1}
            onOpen={onOpen}
          />
        </td>
      ))}
      <td className={css.count}>{met}</td>
    </tr>
  )
})

interface GridCellProps extends Pick<GridRowProps, 'criterion' | 'unit' | 'onOpen'> {
  readonly file: number
  readonly code: string
  readonly isHere: boolean
}

/** Brings the cell asked into sight, above the dock; scrolling is outside React, hence the effect. */
function useInSight(isHere: boolean) {
  const mark = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (isHere) mark.current?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [isHere])
  return mark
}

function GridCell({ file, criterion, unit, code, isHere, onOpen }: GridCellProps) {
  const { t } = useTranslation('epp')
  const text = useText()
  const step = stepOf(criterion, code)
  const look = step && lookOf(step)
  const answer = step ? text(step.label) : t(isHere ? 'cellHere' : 'cellEmpty')
  const words = { file, criterion: text(criterion.label), answer, context: unit }
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
      aria-label={t('cell', words)}
      aria-current={isHere || undefined}
      onClick={() => onOpen({ file, criterion })}
    >
      {mark}
    </button>
  )
}
