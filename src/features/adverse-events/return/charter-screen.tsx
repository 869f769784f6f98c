import { Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import type { fr } from './fr.ts'
import styles from './return.module.css'

type Key = Extract<keyof typeof fr, `charter${string}`>

const PARTS: readonly (readonly [title: Key, lines: readonly Key[]])[] = [
  ['charterWhy', ['charterWhy1', 'charterWhy2']],
  ['charterProtect', ['charterProtect1', 'charterProtect2', 'charterProtect3', 'charterProtect4']],
  ['charterJust', ['charterJust1', 'charterJust2', 'charterJust3']],
  ['charterNot', ['charterNot1', 'charterNot2', 'charterNot3', 'charterNot4']],
  ['charterHonest', ['charterHonest1', 'charterHonest2', 'charterHonest3']],
]

/** The charter of incitation and just culture, read on screen and printed on one page to be signed. */
export function CharterScreen() {
  const { t } = useTranslation('event-return')
  return (
    <Page
      title={t('charter')}
      lead={t('charterLead')}
      width="reading"
      back={{ to: paths.eventReturn(), label: t('title') }}
      dock={
        <Button tone="primary" size="big" icon={Printer} onClick={() => print()}>
          {t('charterPrint')}
        </Button>
      }
    >
      <div className={styles.charter}>
        {PARTS.map(([title, lines]) => (
          <Section key={title} title={t(title)}>
            <ul>
              {lines.map((line) => (
                <li key={line}>{t(line)}</li>
              ))}
            </ul>
          </Section>
        ))}
        <p className={styles.sign}>{t('charterSign')}</p>
        <p className="soft small">{t('charterVerify')}</p>
      </div>
    </Page>
  )
}
