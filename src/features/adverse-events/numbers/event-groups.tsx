import { useTranslation } from 'react-i18next'
import { type Group, maskSmallGroups } from '#domain/adverse-event/numbers/mask-small-groups.ts'
import { pareto } from '#domain/statistics/pareto.ts'
import { ParetoChart } from '#ui/pareto-chart.tsx'
import { Section } from '#ui/section.tsx'
import styles from './numbers.module.css'

interface EventGroupsProps {
  readonly title: string
  readonly groups: readonly Group[]
  readonly nameOf: (id: string) => string
}

/** Pareto of the groups that may be shown; the others are put together and said. */
export function EventGroups({ title, groups, nameOf }: EventGroupsProps) {
  const { t } = useTranslation('event-numbers')
  const { shown, hidden, hiddenCount } = maskSmallGroups(groups)
  const total = groups.reduce((sum, { count }) => sum + count, 0)
  const rows = pareto(shown, hiddenCount)
  return (
    <Section title={title} note={`n = ${total}`}>
      <div className={styles.stack}>
        {total === 0 ? <p className="soft">{t('noEvents')}</p> : null}
        {rows.length > 0 ? (
          <ParetoChart
            caption={t('pareto')}
            rows={rows.map((row) => ({ ...row, label: nameOf(row.id) }))}
          />
        ) : null}
        {hidden.length > 0 ? (
          <>
            <p>{t('hidden', { count: hiddenCount, names: hidden.map(nameOf).join(', ') })}</p>
            <p className="soft small">{t('hiddenRule')}</p>
          </>
        ) : null}
      </div>
    </Section>
  )
}
