import { useTranslation } from 'react-i18next'
import { ALARM_GROUPS, BRANCH_TEXTS, BRANCHES } from '#domain/adverse-event/analysis/alarm.ts'
import type { AnalysisCause } from '#domain/adverse-event/analysis/analysis.ts'
import { ChartFrame } from '#ui/chart-frame.tsx'
import { useText } from '#ui/i18n.ts'
import styles from './analysis.module.css'

const SPINE = 170
const GAP = 205
const LEAN = 62
const LINE = 24
const SHOWN = 4
const LETTERS = 25

/** The fishbone of Ishikawa: six branches, causes along them; behind it, the same as a table. */
export function Fishbone({ causes }: { causes: readonly AnalysisCause[] }) {
  const { t } = useTranslation('event-analysis')
  const text = useText()
  const ofBranch = (branch: (typeof BRANCHES)[number]) =>
    causes.filter(({ group }) => ALARM_GROUPS[group].branch === branch)
  return (
    <ChartFrame
      caption={t('fishbone')}
      columns={[
        { key: 'branch', label: t('fishboneBranch') },
        { key: 'cause', label: t('fishboneCause') },
      ]}
      rows={BRANCHES.flatMap((branch) =>
        ofBranch(branch).map(({ id, words }) => ({
          id,
          cells: { branch: text(BRANCH_TEXTS[branch]), cause: words },
        })),
      )}
    >
      <svg viewBox="0 0 740 340" aria-hidden="true" className={styles.fishbone}>
        <line x1="10" x2="640" y1={SPINE} y2={SPINE} className={styles.spine} />
        <rect x="640" y={SPINE - 26} width="98" height="52" rx="4" className={styles.head} />
        <text x="689" y={SPINE + 5} textAnchor="middle">
          {t('fishboneEvent')}
        </text>
        {BRANCHES.map((branch, index) => {
          const above = index < 3
          const x = 20 + (index % 3) * GAP
          const far = above ? 18 : 322
          const found = ofBranch(branch)
          const lines = found.slice(0, SHOWN).map(({ words }) => cut(words))
          if (found.length > SHOWN) lines.push(`+ ${found.length - SHOWN}`)
          return (
            <g key={branch}>
              <line x1={x} y1={far} x2={x + LEAN} y2={SPINE} className={styles.bone} />
              <text x={x + 8} y={above ? far + 4 : far + 6} className={styles.branch}>
                {text(BRANCH_TEXTS[branch])}
              </text>
              {lines.map((words, rank) => {
                const y = above ? far + 28 + rank * LINE : far - 20 - rank * LINE
                const along = (Math.abs(y - far) / Math.abs(SPINE - far)) * LEAN
                return (
                  <text key={words} x={x + along + 12} y={y}>
                    {words}
                  </text>
                )
              })}
            </g>
          )
        })}
      </svg>
    </ChartFrame>
  )
}

/** Cut for the drawing alone: the table behind has every word. */
function cut(words: string): string {
  return words.length <= LETTERS ? words : `${words.slice(0, LETTERS - 1).trimEnd()}…`
}
