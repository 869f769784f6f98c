import { Megaphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import { declarePath } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import styles from './home.module.css'
import { ReceiptList } from './receipt-list.tsx'
import './inner/texts.ts'

/** The start page of someone who declares: one gesture, then what became of it. */
export function DeclarantScreen() {
  const { t } = useTranslation('tour')
  const { posters } = useWorkspace().profile
  const several = posters.length > 1
  return (
    <Page title={t('declarantTitle')} lead={t('declarantLead')} width="reading">
      {posters.length === 0 ? (
        <Notice>{t('noPoster')}</Notice>
      ) : (
        <div className={styles.units}>
          {posters.map(({ unit, unitName, token }, at) => (
            <ButtonLink
              key={unit}
              tone={at === 0 ? 'primary' : 'plain'}
              size="big"
              wide
              icon={Megaphone}
              href={`${declarePath}#${token}`}
            >
              {several ? t('declareIn', { unit: unitName }) : t('declareBig')}
            </ButtonLink>
          ))}
        </div>
      )}
      <Section title={t('receiptsTitle')}>
        <ReceiptList />
      </Section>
    </Page>
  )
}
