import { Download, Share2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportFault, Handover, HandoverFile } from '#data/bundle/handover.ts'
import { useSyncStatus } from '#data/stores-context.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { canShareFiles, saveFiles, shareFiles } from './hand-over-files.ts'
import styles from './handover.module.css'
import { useParts } from './use-parts.ts'

type State =
  | { readonly kind: 'ready' | 'preparing' | 'failed' }
  | { readonly kind: 'given'; readonly files: number }
  | { readonly kind: 'fault'; readonly fault: ExportFault }

/** One tap makes the file and hands it over. Nothing moves here before the server's word. */
export function GiveSection({ handover }: { readonly handover: Handover }) {
  const { t } = useTranslation('handover')
  const partsOf = useParts()
  const { waiting } = useSyncStatus()
  const [withPhotos, setWithPhotos] = useState(false)
  const [state, setState] = useState<State>({ kind: 'ready' })
  const operations = waiting.reduce((sum, item) => sum + item.operations, 0)
  const photos = waiting.reduce((sum, item) => sum + item.photos, 0)
  const isEmpty = operations + photos === 0

  async function give(handOver: (files: readonly HandoverFile[]) => Promise<boolean>) {
    setState({ kind: 'preparing' })
    try {
      const made = await handover.exportWork({ photos: withPhotos })
      if (!made.ok) return setState({ kind: 'fault', fault: made.error })
      const wasGiven = await handOver(made.value)
      setState(wasGiven ? { kind: 'given', files: made.value.length } : { kind: 'ready' })
    } catch {
      // Said below; what waits is on the disk and in memory as before.
      setState({ kind: 'failed' })
    }
  }

  return (
    <Section title={t('give')}>
      <p>
        {isEmpty ? t('nothingToGive') : t('giveCount', { parts: partsOf({ operations, photos }) })}
      </p>
      {photos > 0 && (
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={withPhotos}
            onChange={({ target }) => setWithPhotos(target.checked)}
          />
          {t('withPhotos')}
        </label>
      )}
      {!isEmpty && (
        <div className={styles.buttons}>
          {canShareFiles() && (
            <Button
              tone="primary"
              icon={Share2}
              disabled={state.kind === 'preparing'}
              onClick={() => give(shareFiles)}
            >
              {t('share')}
            </Button>
          )}
          <Button
            tone={canShareFiles() ? undefined : 'primary'}
            icon={Download}
            disabled={state.kind === 'preparing'}
            onClick={() =>
              give(async (files) => {
                saveFiles(files)
                return true
              })
            }
          >
            {t('save')}
          </Button>
        </div>
      )}
      {state.kind === 'preparing' && <p role="status">{t('preparing')}</p>}
      {state.kind === 'failed' && <Notice tone="alert" title={t('giveFailed')} />}
      {state.kind === 'fault' && state.fault === 'no-key' && (
        <Notice tone="watch" title={t('noKey')} />
      )}
      {state.kind === 'given' && !isEmpty && (
        <Notice tone="ok" title={t('given', { count: state.files })}>
          {t('givenText')}
        </Notice>
      )}
    </Section>
  )
}
