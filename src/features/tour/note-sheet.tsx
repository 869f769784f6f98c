import { useTranslation } from 'react-i18next'
import { useDraft } from '#data/stores-context.ts'
import type { Day } from '#domain/shared/day.ts'
import { Button } from '#ui/button.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Sheet } from '#ui/sheet.tsx'
import { TextField } from '#ui/text-field.tsx'
import { visitOn } from './due-here.ts'
import type { HomeView } from './home-view.ts'
import styles from './round.module.css'
import { useVisitWriter } from './use-visit-writer.ts'

interface NoteSheetProps {
  readonly home: HomeView
  readonly today: Day
  onClose(): void
}

/** The note of the visit: on disk at each key, in the visit once kept. */
export function NoteSheet({ home, today, onClose }: NoteSheetProps) {
  const { t } = useTranslation('tour')
  const write = useVisitWriter(home, today)
  const [draft, keepDraft, dropDraft] = useDraft(`note:${home.site.id}:${today}`)
  const kept = visitOn(home, today)?.note ?? ''
  const note = typeof draft === 'string' ? draft : kept

  async function keep() {
    if (note !== kept) await write({ note })
    await dropDraft()
    onClose()
  }

  return (
    <Sheet isOpen onClose={onClose} title={t('noteTitle', { site: home.site.name })}>
      <div className={styles.choices}>
        <TextField
          label={t('noteLabel')}
          hint={t('noteHint')}
          multiline
          rows={5}
          value={note}
          onChange={(text) => reportFailure(keepDraft(text))}
        />
        <Button tone="primary" size="big" wide onClick={() => reportFailure(keep())}>
          {t('noteKeep')}
        </Button>
      </div>
    </Sheet>
  )
}
