import { Download } from 'lucide-react'
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
/** More lines than a person reads on a screen: the rest is in the file. */
const SHOWN = 100
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
  return (
    <div className={css.losses}>
      {KINDS.map((kind) => {
        const own = notes.filter((note) => note.kind === kind)
        const isOpen = kind === 'lost' || notes.length <= FEW
        return own.length > 0 && <Losses key={kind} kind={kind} notes={own} isOpen={isOpen} />
      })}
      {leftOut > 0 && <p>{t('lossLeftOut', { count: leftOut })}</p>}
      <Button icon={Download} onClick={save}>
        {t('lossSave')}
      </Button>
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
  return (
    <details className={css.group} open={isOpen}>
      <summary>
        {t(`loss-${kind}`)} ({notes.length})
      </summary>
      <p className="small soft">{t(`lossAbout-${kind}`)}</p>
      <ul>
        {notes.slice(0, SHOWN).map((note, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of one report never changes.
          <li key={at}>
            <span className={css.where}>{placeText(note.place, language) || t('lossWhole')}</span>
            <span>{note[language]}</span>
          </li>
        ))}
      </ul>
      {notes.length > SHOWN && <p>{t('lossMore', { count: notes.length - SHOWN })}</p>}
    </details>
  )
}
