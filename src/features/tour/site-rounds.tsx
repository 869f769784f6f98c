import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { Section } from '#ui/section.tsx'
import { type Stop, Stops } from '#ui/stops.tsx'
import { fillingPath, resultPath, useFillingWords } from './filling-words.ts'
import styles from './home.module.css'
import type { HomeFilling } from './home-view.ts'

/** Each form on its own line, its rounds in the order they were held. */
export function SiteRounds({ fillings }: { fillings: readonly HomeFilling[] }) {
  const { t } = useTranslation('tour')
  const language = useLanguage()
  const words = useFillingWords(fillings)
  if (fillings.length === 0) return <p className={styles.quiet}>{t('siteRoundsEmpty')}</p>

  const titles = [...new Set(fillings.map((filling) => words.title(filling)))].sort((a, b) =>
    a.localeCompare(b, language),
  )
  return titles.map((title) => (
    <Section key={title} level={3} title={title}>
      <Stops
        label={title}
        items={fillings
          .filter((filling) => words.title(filling) === title)
          .sort((a, b) => (a.filling.heldOn ?? '').localeCompare(b.filling.heldOn ?? ''))
          .map((filling): Stop => {
            const { id, round, heldOn, status } = filling.filling
            const draft = status === 'draft'
            return {
              id,
              title: (
                <Link to={draft ? fillingPath(filling) : resultPath(filling)}>
                  {round === 1 ? t('roundFirst') : t('roundNext', { round })}
                </Link>
              ),
              state: draft ? 'here' : 'done',
              stateLabel: draft ? t('roundDraft') : t('roundClosed'),
              detail: draft ? words.progress(filling) : words.result(filling),
              ...(heldOn && { aside: formatDay(heldOn, language) }),
            }
          })}
      />
    </Section>
  ))
}
