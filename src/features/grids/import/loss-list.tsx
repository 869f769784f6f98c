import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { frenchCsv, openDataCsv } from '#interchange/answers/french-csv.ts'
import type { LossReport, ReportNote } from '#interchange/loss-report.ts'
import { type NoteKind, placeText } from '#interchange/notes.ts'
import { Button } from '#ui/button.tsx'
import { useLanguage } from '#ui/i18n.ts'
import { saveFile } from '#ui/save-file.ts'
import css from './import.module.css'

/** From what is missing to what was only read otherwise. */
const KINDS: readonly NoteKind[] = ['lost', 'repaired', 'adapted', 'kept-aside']
/** Lines of one kind drawn at first: the other kinds are not pushed out of sight. */
const SHOWN = 20
/** Lines more at each press. */
const MORE = 100
/** A short report is read at a glance: nothing of it is folded. */
const FEW = 12

interface LossListProps {
  readonly report: LossReport
  /** Of the file that was read. */
  readonly name: string
  /** Said when nothing was. */
  readonly complete?: string
}

/** What became of the file, line by line, in plain words; the whole of it as a table to keep. */
export function LossList({ report, name, complete }: LossListProps) {
  const { t } = useTranslation('grids')
  const language = useLanguage()
  const { notes, leftOut } = report
  if (notes.length === 0) return <p>{complete ?? t('lossNone')}</p>
  const save = () => {
    const table = [
      [t('lossKind'), t('lossWhere'), t('lossWhat')],
      ...notes.map((note) => [
        t(`loss-${note.kind}`),
        placeText(note.place, language),
        note[language],
      ]),
    ]
    const csv = language === 'fr' ? frenchCsv(table) : openDataCsv(table)
    const file = t('lossFile', { name: name.replace(/\.\w+$/, '') })
    saveFile(new Blob([csv], { type: 'text/csv;charset=utf-8' }), file)
  }
  const download = (
    <Button icon={Download} onClick={save}>
      {t('lossSave')}
    </Button>
  )
  const isLong = notes.length > FEW
  return (
    <div className={css.losses}>
      {isLong && (
        <div className={css.lossHead}>
          <p>{t('lossCount', { count: notes.length + leftOut })}</p>
          {download}
        </div>
      )}
      {KINDS.map((kind) => {
        const own = notes.filter((note) => note.kind === kind)
        const isOpen = kind === 'lost' || !isLong
        return own.length > 0 && <Losses key={kind} kind={kind} notes={own} isOpen={isOpen} />
      })}
      {leftOut > 0 && <p>{t('lossLeftOut', { count: leftOut })}</p>}
      {!isLong && download}
    </div>
  )
}

function Losses({
  kind,
  notes,
  isOpen,
}: {
  readonly isOpen: boolean
  readonly kind: NoteKind
  readonly notes: readonly ReportNote[]
}) {
  const { t } = useTranslation('grids')
  const language = useLanguage()
  const [shown, setShown] = useState(SHOWN)
  const rest = notes.length - shown
  return (
    <details className={css.group} open={isOpen}>
      <summary>
        {t(`loss-${kind}`)} ({notes.length})
      </summary>
      <p className="small soft">{t(`lossAbout-${kind}`)}</p>
      <ul>
        {notes.slice(0, shown).map((note, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of one report never changes.
          <li key={at}>
            <span className={css.where}>{placeText(note.place, language) || t('lossWhole')}</span>
            <span>{note[language]}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button tone="quiet" onClick={() => setShown(shown + MORE)}>
          {t('lossMore', { count: Math.min(rest, MORE) })}
        </Button>
      )}
    </details>
  )
}
