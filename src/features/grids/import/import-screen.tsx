import { useTranslation } from 'react-i18next'
import { useFormShelf } from '#data/use-form-shelf.ts'
import type { Edition } from '#domain/grid/form-shelf.ts'
import { answersWhichForm } from '#interchange/fhir/answers-which-form.ts'
import type { JsonRecord } from '#interchange/is-record.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { addTexts } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Page } from '#ui/page.tsx'
import { useMayEdit } from '../use-may-edit.ts'
import { en } from './en.ts'
import { FileChooser } from './file-chooser.tsx'
import { fr } from './fr.ts'
import { KnownFormats } from './known-formats.tsx'
import { NothingKept } from './nothing-kept.tsx'
import { ReadForm } from './read-form.tsx'
import { ReadResponse } from './read-response.tsx'
import { useFileReading } from './use-file-reading.ts'

addTexts('grids', { fr, en })

/** A form made elsewhere: read, shown with what was lost, and kept only once the person says so. */
export function ImportScreen() {
  const { t } = useTranslation('grids')
  const mayEdit = useMayEdit()
  const forms = useFormShelf()
  const { state, read, stop } = useFileReading()
  if (mayEdit && state.kind === 'read' && state.file.form) {
    return <ReadForm name={state.name} file={state.file} form={state.file.form} onOther={stop} />
  }
  const response = state.kind === 'read' ? state.file.response : undefined
  const answered =
    response &&
    answeredGrid(
      FILLED.flatMap((kind) => forms.ofKind(kind)),
      response,
    )
  if (mayEdit && state.kind === 'read' && response && answered) {
    return <ReadResponse name={state.name} response={response} edition={answered} onOther={stop} />
  }
  return (
    <Page
      title={t('importTitle')}
      lead={t('importLead')}
      back={{ to: paths.grids(), label: t('title') }}
    >
      {mayEdit ? (
        <FileChooser
          isReading={state.kind === 'reading'}
          onFile={(file) => reportFailure(read(file))}
        />
      ) : (
        <Notice>{t('readOnly')}</Notice>
      )}
      <div aria-live="polite">
        {state.kind === 'reading' && (
          <Notice
            title={t('importReading', { name: state.name })}
            action={<Button onClick={stop}>{t('importStop')}</Button>}
          />
        )}
        {state.kind === 'unreadable' && (
          <Notice tone="alert" title={t('importNothing', { name: state.name })}>
            {t('importUnreadable')}
          </Notice>
        )}
        {state.kind === 'read' && <NothingKept name={state.name} file={state.file} />}
      </div>
      {mayEdit && <KnownFormats />}
    </Page>
  )
}

/** The grid a response answers, in its version when this device has it. */
/** What a response may begin: an audit, one line of an EPP round, a tracer that waits for its consent. */
const FILLED = ['audit', 'epp', 'tracer'] as const

function answeredGrid(editions: readonly Edition[], response: JsonRecord): Edition | undefined {
  const which = (edition: Edition) => answersWhichForm(edition.form, response)
  return (
    editions.find((each) => which(each) === 'same') ??
    editions.find((each) => which(each) === 'other-version')
  )
}
