import { useTranslation } from 'react-i18next'
import { useRecords } from '#data/stores-context.ts'
import { useTitleOfForm } from '#ui/form/use-title-of-form.ts'
import { formatPercent } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import styles from './dashboard.module.css'
import { Question } from './question.tsx'
import type { QuestionInput } from './question-input.ts'
import { changeOf, roundsByForm } from './rounds.ts'
import { RoundsChart } from './rounds-chart.tsx'
import { useNotes } from './use-notes.ts'

export function RoundsQuestion({ figures, today, number }: QuestionInput) {
  const { t } = useTranslation('dashboard')
  const language = useLanguage()
  const text = useText()
  const notes = useNotes(today)
  const titleOf = useTitleOfForm()
  const publications = useRecords('grid-version')
  const forms = roundsByForm(figures.rows)
    .map((rounds) => {
      const name = titleOf?.(rounds.form, rounds.formVersion, publications)
      // Until the names are read the line keeps its place; a form unknown here shows its id.
      const title = name ? text(name) : titleOf ? rounds.form : '\u00a0'
      return {
        ...rounds,
        title: t(rounds.kind === 'epp' ? 'roundsKindEpp' : 'roundsKindAudit', { form: title }),
      }
    })
    .sort((a, b) => b.kind.localeCompare(a.kind) || a.title.localeCompare(b.title))
  const closed = figures.rows.filter(
    ({ type, fields }) =>
      type === 'filling-figure' && fields.status === 'closed' && fields.kind !== 'tracer',
  ).length
  const names = new Map(figures.sites.map(({ id, name }) => [id, name]))
  const changes = forms.flatMap(({ title, homes }) =>
    homes.flatMap((home) => {
      const change = changeOf(home)
      if (!change) return []
      const rates = {
        before: formatPercent(change.before, language),
        after: formatPercent(change.after, language),
      }
      return [t('roundsChange', { form: title, site: names.get(change.site) ?? '', ...rates })]
    }),
  )

  return (
    <Question
      id="rounds"
      number={number}
      title={t('roundsTitle')}
      answer={
        closed === 0 ? (
          t('roundsNone')
        ) : (
          <>
            <b>{t('roundsClosed', { count: closed })}.</b>{' '}
            {changes.length === 0 ? t('roundsNoSecond') : t('roundsSecond')}
          </>
        )
      }
      notes={[
        notes.n(closed),
        notes.situation,
        notes.source(t('sourceRounds')),
        t('roundsNoInterval'),
        t('roundsBefore'),
        t('alphabetical'),
      ]}
    >
      {changes.length > 0 && (
        <ul className={styles.changes}>
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
      {forms.map((rounds) => (
        <RoundsChart
          key={rounds.form}
          caption={rounds.title}
          rounds={rounds}
          sites={figures.sites}
        />
      ))}
    </Question>
  )
}
