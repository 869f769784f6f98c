import { useTranslation } from 'react-i18next'
import { useRecords, useToday, useWorkspace } from '#data/stores-context.ts'
import type { Photos } from '#data/workspace.ts'
import type { Filling } from '#domain/filling/filling.ts'
import { textField } from '#domain/shared/json.ts'
import { PdfButton } from '#ui/form/pdf-button.tsx'
import { useLanguage, useText } from '#ui/i18n.ts'
import { roundName } from './round-name.ts'
import type { AuditContext } from './use-audit.ts'

interface ReportButtonProps {
  readonly context: AuditContext
  readonly audit: Filling
}

/** The report of an audit, with what this device holds of its photos. */
export function ReportButton({ context, audit }: ReportButtonProps) {
  const { t } = useTranslation('audits')
  const { photos, profile } = useWorkspace()
  const text = useText()
  const language = useLanguage()
  const today = useToday()
  const people = useRecords('person')
  const { form, site, previous, actions } = context
  const author = people.find(({ id }) => `${id}` === audit.author)
  const known = audit.author === profile.person.id ? profile.person.name : ''
  return (
    <PdfButton
      label={t('report')}
      subject={text(form.title)}
      nameParts={[form.code, site.name, audit.subject, roundName(t, audit.round), today]}
      make={async () => {
        const { auditReport } = await import('#reports/audit-report.ts')
        return auditReport({
          site,
          form,
          filling: audit,
          ...(previous ? { previous } : {}),
          actions,
          authorName: author ? textField(author.fields, 'name') : known,
          ...(await loadPhotos(photos, [...audit.photos, ...(previous?.photos ?? [])])),
          today,
          language,
        })
      }}
    />
  )
}

async function loadPhotos(photos: Photos, wanted: Filling['photos']) {
  const loaded = await Promise.all(
    wanted.map(async (photo) => {
      const found = await photos.load(photo)
      const { sha256, mime, width, height } = photo
      if (found.kind !== 'here') return { sha256, kind: found.kind }
      const bytes = await found.blob.arrayBuffer()
      return { sha256, kind: found.kind, printed: { bytes, mime, width, height } }
    }),
  )
  return {
    photos: new Map(loaded.flatMap(({ sha256, printed }) => (printed ? [[sha256, printed]] : []))),
    expectedPhotos: new Set(
      loaded.filter(({ kind }) => kind === 'expected').map(({ sha256 }) => sha256),
    ),
  }
}
