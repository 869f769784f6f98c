import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Form, Section } from '#domain/form/form.ts'
import { allQuestions } from '#domain/form/form.ts'
import type { PlacedSection } from '#domain/grid/grid.ts'
import { audienceOf } from '#domain/tracer/audience.ts'
import { reportFailure } from '#ui/notices.ts'
import { NumberField } from '#ui/number-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { ConditionField } from './condition-field.tsx'
import { GridText } from './grid-text.tsx'
import css from './grids.module.css'
import { Place, useIsSought } from './place.tsx'
import type { GridState } from './use-grid.ts'

interface SectionDetailsProps {
  readonly grid: GridState
  readonly section: Section
}

type SectionChanges = { readonly [K in keyof Section]?: Section[K] | undefined }

/** What is said of a part beside its title: who answers, how it is read, what it weighs, when it is asked. */
export function SectionDetails({ grid, section }: SectionDetailsProps) {
  const { t } = useTranslation('grids')
  const { id } = section
  const { draft } = grid
  const isSought = useIsSought(`section:${id}:condition`)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    if (isSought) setOpen(true)
  }, [isSought])
  const save = async (changes: SectionChanges) => {
    const place = grid.sectionPlace(id)
    return place ? grid.saveSection(withoutUnsaid({ ...place, ...changes })) : false
  }
  return (
    <>
      {draft.kind === 'tracer' && (
        <Place name={`section:${id}:audience`}>
          <SelectField
            label={t('audience')}
            value={audienceOf(section)}
            onChange={(code) =>
              reportFailure(save({ audience: code === 'person' ? 'person' : 'professionals' }))
            }
            options={(['person', 'professionals'] as const).map((code) => ({
              value: code,
              label: t(`audience-${code}`),
            }))}
          />
        </Place>
      )}
      <details
        className={css.more}
        open={isOpen}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      >
        <summary>{t('sectionMore')}</summary>
        {/* A list of every question for each part, drawn when it is asked for. */}
        {isOpen && <SectionSettings grid={grid} section={section} save={save} />}
      </details>
    </>
  )
}

interface SectionSettingsProps extends SectionDetailsProps {
  readonly save: (changes: SectionChanges) => Promise<boolean>
}

function SectionSettings({ grid, section, save }: SectionSettingsProps) {
  const { t } = useTranslation('grids')
  const { id } = section
  const { draft } = grid
  const change = (changes: SectionChanges) => reportFailure(save(changes))
  return (
    <>
      <GridText
        label={t('sectionIntro')}
        value={section.intro ?? { fr: '', en: '' }}
        draftKey={`${grid.id}:section:${id}:intro`}
        onCommit={(intro) => save({ intro })}
      />
      <div className={css.pair}>
        {draft.scoring === 'mean-of-sections' && (
          <NumberField
            label={t('sectionWeight')}
            value={section.weight ?? 1}
            min={0}
            max={100}
            onChange={(weight) => change({ weight })}
          />
        )}
        <NumberField
          label={t('sectionTarget')}
          unit="%"
          value={section.target === undefined ? undefined : Math.round(section.target * 100)}
          min={0}
          max={100}
          step={5}
          onChange={(target) => change({ target: target === undefined ? undefined : target / 100 })}
        />
      </div>
      <Place name={`section:${id}:condition`}>
        <ConditionField
          label={t('sectionRelevance')}
          questions={questionsOutside(draft, id)}
          value={section.relevance}
          draftKey={`${grid.id}:section:${id}:condition`}
          onChange={(relevance) => change({ relevance })}
        />
      </Place>
    </>
  )
}

/** A part cannot depend on its own questions. */
function questionsOutside(form: Form, section: string) {
  const inside = new Set(
    form.sections.flatMap((each) => (each.id === section ? each.questions : [])),
  )
  return allQuestions(form).filter((question) => !inside.has(question))
}

/** What was emptied is taken off; a record keeps no undefined. */
function withoutUnsaid(section: object): PlacedSection {
  return Object.fromEntries(
    Object.entries(section).filter(([, value]) => value !== undefined),
  ) as unknown as PlacedSection
}
