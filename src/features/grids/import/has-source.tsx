import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkForm } from '#domain/form/check-form.ts'
import type { Form } from '#domain/form/form.ts'
import type { HasIdentity } from '#domain/has/has-form.ts'
import { Button } from '#ui/button.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Section } from '#ui/section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import css from './import.module.css'
import type { FormFile } from './read-form-file.ts'
import { useBeginSelfEvaluation } from './use-begin-self-evaluation.ts'

interface HasSourceProps {
  readonly file: FormFile
  readonly form: Form
  readonly identity: HasIdentity
  readonly onIdentity: (identity: HasIdentity) => void
}

/** Which manual the user's own file is, and a way to fill it in at once with the ratings it brought. */
export function HasSource({ file, form, identity, onIdentity }: HasSourceProps) {
  const { t } = useTranslation('grids')
  const { sites, begin } = useBeginSelfEvaluation()
  const [chosen, setSite] = useState<string>()
  const site = sites.find(({ id }) => id === chosen) ?? sites[0]
  const count = file.answers.size
  return (
    <Section title={t('hasTitle')}>
      <div className={css.has}>
        <p>{t('hasWords')}</p>
        <div className={css.pair}>
          <TextField
            label={t('hasFiness')}
            hint={t('hasFinessHint')}
            value={identity.finess}
            onChange={(finess) => onIdentity({ ...identity, finess: finess.trim() })}
          />
          <TextField
            label={t('hasManual')}
            hint={t('hasManualHint')}
            value={identity.manual}
            onChange={(manual) => onIdentity({ ...identity, manual: manual.trim() })}
          />
        </div>
        {site && checkForm(form).length === 0 && (
          <>
            <p>{count > 0 ? t('hasRatings', { count }) : t('hasNoRating')}</p>
            <SelectField
              label={t('hasSite')}
              value={site.id}
              onChange={setSite}
              options={sites.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Button onClick={() => reportFailure(begin(form, site.id, file))}>
              {t('hasBegin')}
            </Button>
          </>
        )}
      </div>
    </Section>
  )
}
