import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { SITE_KINDS } from '#domain/site/site.ts'
import { SITE_KIND_MEANINGS, SITE_KIND_TEXTS } from '#domain/site/site-texts.ts'
import { Button } from '#ui/button.tsx'
import { useText } from '#ui/i18n.ts'
import { NumberField } from '#ui/number-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import styles from './access.module.css'
import type { HomeDraft } from './setup-draft.ts'

interface HomeFieldsProps {
  readonly home: HomeDraft
  readonly number: number
  readonly onChange: (home: HomeDraft) => void
  /** Absent for the only home. */
  readonly onRemove?: (() => void) | undefined
}

export function HomeFields({ home, number, onChange, onRemove }: HomeFieldsProps) {
  const { t } = useTranslation('access')
  const text = useText()
  const set = (change: Partial<HomeDraft>) => onChange({ ...home, ...change })
  return (
    <fieldset className={styles.home}>
      <legend className={styles.name}>{home.name.trim() || t('homeNumber', { number })}</legend>
      <div className={styles.pair}>
        <TextField
          label={t('homeName')}
          value={home.name}
          onChange={(name) => set({ name })}
          maxLength={120}
          autoComplete="off"
          required
        />
        <SelectField
          label={t('homeKind')}
          value={home.kind}
          onChange={(code) => set({ kind: SITE_KINDS.find((kind) => kind === code) ?? home.kind })}
          options={SITE_KINDS.map((kind) => ({
            value: kind,
            label:
              kind === 'other'
                ? text(SITE_KIND_MEANINGS.other)
                : `${text(SITE_KIND_TEXTS[kind])}, ${text(SITE_KIND_MEANINGS[kind])}`,
          }))}
        />
        <TextField
          label={t('homeCommune')}
          value={home.commune}
          onChange={(commune) => set({ commune })}
          maxLength={120}
          autoComplete="off"
          required
        />
        <NumberField
          label={t('homePlaces')}
          value={home.places}
          onChange={(places) => set({ places })}
          min={1}
          max={2000}
          required
        />
      </div>
      <TextField
        label={t('homeUnits')}
        hint={t('homeUnitsHint')}
        value={home.units}
        onChange={(units) => set({ units })}
        multiline
        rows={3}
        required
      />
      {onRemove && (
        <div>
          <Button tone="quiet" icon={Trash2} onClick={onRemove}>
            {t('removeHome', { name: home.name.trim() || t('homeNumber', { number }) })}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
