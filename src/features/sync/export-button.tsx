import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import { Button } from '#ui/button.tsx'
import { notify, reportFailure } from '#ui/notices.ts'
import { saveFile } from '#ui/save-file.ts'

/** The last resort, in one tap: what is not sent leaves as a sealed file, even when the disk refuses. */
export function ExportButton() {
  const { t } = useTranslation('sync')
  const workspace = useWorkspace()

  async function exportAll() {
    const handover = await workspace.handover()
    const made = await handover.exportWork({ photos: false })
    if (!made.ok) {
      notify({ tone: 'watch', title: t(made.error === 'no-key' ? 'exportNoKey' : 'exportNothing') })
      return
    }
    for (const { bytes, name } of made.value) saveFile(new Blob([bytes]), name)
    notify({ tone: 'ok', title: t('exported'), detail: t('exportedText') })
  }

  return (
    <Button icon={Download} onClick={() => reportFailure(exportAll())}>
      {t('export')}
    </Button>
  )
}
