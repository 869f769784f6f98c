import { useTranslation } from 'react-i18next'
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
import { NothingKept } from './nothing-kept.tsx'
import { ReadForm } from './read-form.tsx'
import { useFileReading } from './use-file-reading.ts'

addTexts('grids', { fr, en })

/** A form made elsewhere: read, shown with what was lost, and kept only once the person says so. */
export function ImportScreen() {
  const { t } = useTranslation('grids')
  const mayEdit = useMayEdit()
  const { state, read, stop } = useFileReading()
  if (mayEdit && state.kind === 'read' && state.file.form) {
    return <ReadForm name={state.name} file={state.file} form={state.file.form} onOther={stop} />
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
    </Page>
  )
}
