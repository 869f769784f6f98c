import { useTranslation } from 'react-i18next'
import css from './import.module.css'

/** What may be chosen, in the words of who has the file. */
export function KnownFormats() {
  const { t } = useTranslation('grids')
  return (
    <dl className={css.formats}>
      {(['Xlsform', 'Fhir', 'Has', 'Escale'] as const).map((format) => (
        <div key={format}>
          <dt>{t(`format${format}`)}</dt>
          <dd>{t(`about${format}`)}</dd>
        </div>
      ))}
    </dl>
  )
}
