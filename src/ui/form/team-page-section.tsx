import { useTranslation } from 'react-i18next'
import { Section } from '../section.tsx'
import { WallPageView } from '../wall-page-view.tsx'
import { FORM_TEXTS } from './form-texts.ts'
import { PdfButton } from './pdf-button.tsx'

interface TeamPageSectionProps {
  /** The words of the page for the wall, already chosen and without a name. */
  readonly page: {
    readonly title: string
    readonly thanks: string
    readonly parts: readonly { readonly title: string; readonly lines: readonly string[] }[]
    readonly next: string
    readonly note: string
  }
  /** Grid, home, day: the file is named after them. */
  readonly nameParts: readonly string[]
  readonly make: () => Promise<Blob>
}

/** What the team reads the same day: on screen as on the page for the wall, without a name. */
export function TeamPageSection({ page, nameParts, make }: TeamPageSectionProps) {
  const { t } = useTranslation(FORM_TEXTS)
  return (
    <Section title={t('teamPage')} note={t('teamPageNote')}>
      <WallPageView lead={page.thanks} parts={page.parts} foot={[page.next, page.note]} />
      <PdfButton
        label={t('teamPagePdf')}
        subject={page.title}
        tone="plain"
        nameParts={[t('teamPage'), ...nameParts]}
        make={make}
      />
    </Section>
  )
}
