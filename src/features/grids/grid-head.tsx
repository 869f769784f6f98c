import { useTranslation } from 'react-i18next'
import { SCORINGS } from '#domain/form/form.ts'
import { isUnitOfKind, UNITS_OF_KIND, unitOfKind } from '#domain/form/units.ts'
import { reportFailure } from '#ui/notices.ts'
import { NumberField } from '#ui/number-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { GRID_METHODS, methodOfGrid } from './grid-methods.ts'
import { GridText } from './grid-text.tsx'
import css from './grids.module.css'
import { Place } from './place.tsx'
import { unitKey } from './unit-key.ts'
import type { GridState } from './use-grid.ts'

/** What is said of the whole grid: its name, its method, where it comes from, what is expected. */
export function GridHead({ grid }: { readonly grid: GridState }) {
  const { t } = useTranslation('grids')
  const { id, draft, saveFields } = grid
  /** What is observed follows the method, unless the new one knows it too. */
  const changeMethod = (code: string) => {
    const found = GRID_METHODS.find((each) => each.code === code)
    if (!found) return Promise.resolve(true)
    const unit = found.method === 'experience' ? 'person' : unitOfKind(draft.unit, found.kind)
    return saveFields({ kind: found.kind, method: found.method ?? null, unit })
  }
  return (
    <details className={css.head} open={grid.next === 1}>
      <summary>{t('head')}</summary>
      <GridText
        label={t('name')}
        value={draft.title}
        draftKey={`${id}:title`}
        onCommit={(title) => saveFields({ title: { ...title } })}
        rows={1}
      />
      <div className={css.pair}>
        <SelectField
          label={t('kind')}
          value={methodOfGrid(draft)}
          onChange={(code) => reportFailure(changeMethod(code))}
          options={GRID_METHODS.map(({ code, key }) => ({ value: code, label: t(key) }))}
        />
        <Place name="head:unit">
          <SelectField
            label={t('observed')}
            value={isUnitOfKind(draft.unit, draft.kind) ? draft.unit : ''}
            onChange={(unit) => reportFailure(saveFields({ unit }))}
            options={[
              ...(isUnitOfKind(draft.unit, draft.kind) ? [] : [{ value: '', label: t('choose') }]),
              ...UNITS_OF_KIND[draft.kind].map((unit) => ({
                value: unit,
                label: t(unitKey({ kind: draft.kind, unit })),
              })),
            ]}
          />
        </Place>
        <SelectField
          label={t('scoring')}
          value={draft.scoring ?? 'pooled'}
          onChange={(scoring) => reportFailure(saveFields({ scoring }))}
          options={SCORINGS.map((way) => ({ value: way, label: t(`scoring-${way}`) }))}
        />
        <NumberField
          label={t('target')}
          unit="%"
          value={draft.target === undefined ? undefined : Math.round(draft.target * 100)}
          min={0}
          max={100}
          step={5}
          onChange={(target) =>
            reportFailure(saveFields({ target: target === undefined ? null : target / 100 }))
          }
        />
      </div>
      <GridText
        label={t('source')}
        hint={t('sourceHint')}
        value={draft.source}
        draftKey={`${id}:source`}
        onCommit={(source) => saveFields({ source: { ...source } })}
      />
    </details>
  )
}
