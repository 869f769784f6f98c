import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecords, useToday, useWorkspace } from '#data/stores-context.ts'
import type { Photos } from '#data/workspace.ts'
import type { Filling } from '#domain/filling/filling.ts'
import { textField } from '#domain/shared/json.ts'
import { Button } from '#ui/button.tsx'
import { useLanguage, useText } from '#ui/i18n.ts'
import { saveFile } from '#ui/save-file.ts'
import { roundName } from './round-name.ts'
import type { AuditContext } from './use-audit.ts'

interface ReportButtonProps {
  readonly context: AuditContext
  readonly audit: Filling
}

type Making =
  | { readonly kind: 'idle' | 'making' | 'failed' }
  | { readonly kind: 'done'; readonly name: string }

/** The report, made here, with no network. Its code is fetched from the device when it is asked. */
export function ReportButton({ context, audit }: ReportButtonProps) {
  const { t } = useTranslation('audits')
  const { photos, profile } = useWorkspace()
  const text = useText()
  const language = useLanguage()
  const today = useToday()
  const people = useRecords('person')
  const [making, setMaking] = useState<Making>({ kind: 'idle' })
  const [reason, setReason] = useState('')
  const { form, site, previous, actions } = context

  const make = async () => {
    setMaking({ kind: 'making' })
    const author = people.find(({ id }) => `${id}` === audit.author)
    const known = audit.author === profile.person.id ? profile.person.name : ''
    try {
      const { auditReport } = await import('#reports/audit-report.ts')
      const blob = await auditReport({
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
      const name = fileName([form.code, site.name, roundName(t, audit.round), today])
      saveFile(blob, name)
      setMaking({ kind: 'done', name })
    } catch (error) {
      setReason(error instanceof Error ? error.message : String(error))
      setMaking({ kind: 'failed' })
    }
  }
  return (
    <>
      <p role="status" className="small">
        {making.kind === 'making' && t('reportMaking')}
        {making.kind === 'failed' && t('reportFailed', { reason })}
        {making.kind === 'done' && t('reportDone', { name: making.name })}
      </p>
      <Button
        tone="primary"
        size="big"
        icon={FileText}
        disabled={making.kind === 'making'}
        aria-label={`${t('report')}, ${text(form.title)}`}
        onClick={() => {
          make().catch(() => setMaking({ kind: 'failed' }))
        }}
      >
        {t('report')}
      </Button>
    </>
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

/** Safe in any folder: letters without accents, figures, hyphens. */
function fileName(parts: readonly string[]): string {
  const plain = parts.join('-').normalize('NFD').replace(/\p{M}/gu, '')
  return `${plain.replace(/[^A-Za-z0-9]+/g, '-')}.pdf`
}
