import { useTranslation } from 'react-i18next'
import { SCORINGS } from '#domain/form/form.ts'
import { reportFailure } from '#ui/notices.ts'
import { NumberField } from '#ui/number-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { GridText } from './grid-text.tsx'
import css from './grids.module.css'
import type { GridState } from './use-grid.ts'

const KINDS = ['audit', 'epp', 'tracer'] as const

/** What is said of the whole grid: its name, its method, where it comes from, what is expected. */
export function GridHead({ grid }: { readonly grid: GridState }) {
  const { t } = useTranslation('grids')
  const { id, draft, saveFields } = grid
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
          value={draft.kind}
          onChange={(kind) => reportFailure(saveFields({ kind }))}
          options={KINDS.map((kind) => ({ value: kind, label: t(`kind-${kind}`) }))}
        />
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
