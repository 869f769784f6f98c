import { Eye } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Form } from '#domain/form/form.ts'
import { hasNames } from '#domain/has/has-form.ts'
import type { ImportFormat } from '#interchange/import-form.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { DockRow } from '#ui/dock-row.tsx'
import { useText } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { GridPreview } from '../grid-preview.tsx'
import { useNewGrid } from '../use-new-grid.ts'
import type { fr } from './fr.ts'
import { HasSource } from './has-source.tsx'
import { LossList } from './loss-list.tsx'
import type { FormFile } from './read-form-file.ts'

const FORMATS: Record<ImportFormat, keyof typeof fr | undefined> = {
  xlsform: 'formatXlsform',
  fhir: 'formatFhir',
  escale: 'formatEscale',
  has: 'formatHas',
  response: undefined,
  unknown: undefined,
}

/** A longer grid is drawn when it is asked for: the report comes first. */
const SHOWN_AT_ONCE = 200

interface ReadFormProps {
  readonly name: string
  readonly file: FormFile
  readonly form: Form
  readonly onOther: () => void
}

/** What was read: what it holds, what was lost, how it will be filled in. Nothing is kept yet. */
export function ReadForm({ name, file, form, onOther }: ReadFormProps) {
  const { t } = useTranslation('grids')
  const text = useText()
  const { make, open } = useNewGrid()
  const [identity, setIdentity] = useState(() => hasIdentity(form))
  const { format, report } = file
  const kept = format === 'has' ? { ...form, ...hasNames(identity) } : form
  const key = FORMATS[format]
  const { sections, questions } = report.kept
  const [shows, setShows] = useState(questions <= SHOWN_AT_ONCE)
  return (
    <Page
      title={text(kept.title) || t('untitled')}
      lead={[
        key && t(key),
        t('keptSections', { count: sections }),
        t('questions', { count: questions }),
      ]
        .filter(Boolean)
        .join(', ')}
      back={{ to: paths.grids(), label: t('title') }}
      dock={
        <DockRow>
          <Button onClick={onOther}>{t('importOther')}</Button>
          <Button tone="primary" size="big" onClick={() => reportFailure(make(kept).then(open))}>
            {t('importKeep')}
          </Button>
        </DockRow>
      }
    >
      <Notice>{t(report.notes.length > 0 ? 'importNotKept' : 'importNotKeptWhole')}</Notice>
      {format === 'has' && (
        <HasSource file={file} form={kept} identity={identity} onIdentity={setIdentity} />
      )}
      <Section title={t('lossTitle')} note={name}>
        <LossList report={report} name={name} />
      </Section>
      {shows ? (
        <GridPreview form={kept} />
      ) : (
        <Button icon={Eye} onClick={() => setShows(true)}>
          {t('previewShow', { count: questions })}
        </Button>
      )}
    </Page>
  )
}

/** As the file said it; the person may say otherwise. */
function hasIdentity({ id }: Form) {
  const [, finess = '', manual = ''] = /^has(?:-(\d{3}))?(?:-(.*))?$/.exec(id) ?? []
  return { finess, manual }
}
