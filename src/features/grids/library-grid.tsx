import { useTranslation } from 'react-i18next'
import { allQuestions, type Form } from '#domain/form/form.ts'
import { findEntry } from '#domain/form/library/catalogue.ts'
import { type Scale, scaleOf } from '#domain/form/scales.ts'
import { SITE_KIND_TEXTS } from '#domain/site/site-texts.ts'
import { Button } from '#ui/button.tsx'
import { useText } from '#ui/i18n.ts'
import css from './grids.module.css'
import { unitKey } from './unit-key.ts'

interface LibraryGridProps {
  readonly form: Form
  readonly onDuplicate: () => void
}

/** One grid of the library: what it observes, how one answers, for whom, from where; then its criteria. */
export function LibraryGrid({ form, onDuplicate }: LibraryGridProps) {
  const { t } = useTranslation('grids')
  const text = useText()
  const { code, title, source, sections } = form
  const criteria = allQuestions(form).filter(({ type }) => type === 'criterion')
  const kinds = findEntry(form.id, form.version)?.kinds ?? []
  const facts = [
    { term: t('observed'), said: t(unitKey(form)) },
    {
      term: t('answers'),
      said: scalesOf(form)
        .map(({ steps }) => steps.map(({ label }) => text(label)).join(', '))
        .join(' ; '),
    },
    {
      term: t('madeFor'),
      said:
        kinds.length === 0
          ? t('madeForAll')
          : kinds.map((kind) => text(SITE_KIND_TEXTS[kind])).join(', '),
    },
    { term: t('source'), said: text(source) },
  ]
  return (
    <li>
      <div className={css.grid}>
        <p className={css.title}>{text(title)}</p>
        <p className="small soft">{[code, t('criteria', { count: criteria.length })].join(', ')}</p>
        <dl className={css.facts}>
          {facts.map(({ term, said }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        </dl>
        <details>
          <summary>{t('libraryCriteria')}</summary>
          {sections.map((section) => (
            <div key={section.id} className={css.part}>
              <p className={css.title}>{text(section.title)}</p>
              <ul>
                {section.questions.map(({ id, label }) => (
                  <li key={id}>
                    {id} {text(label)}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </details>
      </div>
      <Button aria-label={t('duplicateNamed', { title: text(title) })} onClick={onDuplicate}>
        {t('duplicate')}
      </Button>
    </li>
  )
}

/** The scales of a grid, each once, in the order they are met. */
function scalesOf(form: Form): readonly Scale[] {
  const scales = allQuestions(form).flatMap((question) =>
    question.type === 'criterion' ? [scaleOf(question)] : [],
  )
  return [
    ...new Map(scales.map((scale) => [scale.steps.map(({ code }) => code).join(), scale])).values(),
  ]
}
