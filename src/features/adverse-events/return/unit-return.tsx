import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '#data/stores-context.ts'
import { FAMILY_TEXTS } from '#domain/adverse-event/event-texts.ts'
import type { YouSaidWeDid } from '#domain/adverse-event/you-said-we-did.ts'
import type { Day } from '#domain/shared/day.ts'
import { Button } from '#ui/button.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { saveFile } from '#ui/save-file.ts'
import { Section } from '#ui/section.tsx'
import styles from './return.module.css'

/** The page of one unit, as it will be printed, and its PDF. */
export function UnitReturn({
  site,
  unit,
  period,
  page,
}: {
  site: string
  unit: string
  period: { readonly from: Day; readonly to: Day }
  page: YouSaidWeDid
}) {
  const { t } = useTranslation('event-return')
  const text = useText()
  const language = useLanguage()
  const today = useToday()
  const [state, setState] = useState<'idle' | 'making' | 'failed'>('idle')
  const place = t('posterPlace', { site, unit })
  const thanks = page.declared ? t('posterCount', { count: page.declared }) : t('posterFew')
  const parts = [
    ...page.groups.map(({ family, count, changes }) => ({
      title: t('posterGroup', { family: text(FAMILY_TEXTS[family]), count }),
      lines: changes.length > 0 ? changes : [t('posterNothing')],
    })),
    ...(page.otherChanges.length > 0
      ? [{ title: t('posterOther'), lines: page.otherChanges }]
      : []),
  ]

  async function make() {
    setState('making')
    try {
      const { wallPage } = await import('#reports/wall-page.ts')
      const blob = await wallPage({
        title: t('poster'),
        place,
        period: t('posterPeriod', {
          from: formatDay(period.from, language, 'long'),
          to: formatDay(period.to, language, 'long'),
        }),
        thanks,
        parts: parts.length > 0 ? parts : [{ title: '', lines: [t('posterNothing')] }],
        next: t('posterNext'),
        note: t('posterNote'),
        today,
        language,
      })
      saveFile(blob, t('posterFile', { place }))
      setState('idle')
    } catch {
      // Nothing was written: the same gesture tries again.
      setState('failed')
    }
  }

  return (
    <Section title={unit}>
      <div className={styles.unit}>
        <p>{thanks}</p>
        {parts.map(({ title, lines }) => (
          <div key={title}>
            <h3>{title}</h3>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ))}
        {parts.length === 0 ? <p className="soft">{t('posterNothing')}</p> : null}
        <Button icon={FileText} disabled={state === 'making'} onClick={make}>
          {t(state === 'making' ? 'pdfMaking' : 'pdf')}
        </Button>
        {state === 'failed' ? <Notice tone="alert">{t('pdfFailed')}</Notice> : null}
      </div>
    </Section>
  )
}
