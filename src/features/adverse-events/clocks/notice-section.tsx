import { useTranslation } from 'react-i18next'
import { useRecord, useWorkspace } from '#data/stores-context.ts'
import {
  NOTICE_CODES,
  type NoticeCode,
  proposedNotice,
  readNotice,
} from '#domain/adverse-event/notice.ts'
import { findPersonalData } from '#domain/adverse-event/personal-data-guard.ts'
import type { Site } from '#domain/site/site.ts'
import { DraftedText } from '#ui/form/drafted-text.tsx'
import { useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { Section } from '#ui/section.tsx'
import { chosenLabels } from '../chosen-labels.ts'
import type { EventRow } from '../use-events.ts'
import styles from './clocks.module.css'
import { NoticeButtons } from './notice-buttons.tsx'

const LABELS = {
  nature: 'noticeNature',
  victims: 'noticeVictims',
  measures: 'noticeMeasures',
  informed: 'noticeInformed',
  planned: 'noticePlanned',
  followUp: 'noticeFollowUp',
  media: 'noticeMedia',
} as const satisfies Record<NoticeCode, string>

/** The legal content of what is sent, prefilled, then the documents; only when a channel asks it. */
export function NoticeSection({
  row,
  site,
  editable,
}: {
  row: EventRow
  site: Site
  editable: boolean
}) {
  const { t } = useTranslation('event-clocks')
  const text = useText()
  const { writer, drafts } = useWorkspace()
  const { event, clocks } = row
  const record = useRecord(event.id)
  const asked = clocks.some(({ channel: { code } }) => code === 'l331' || code === 'eigs')
  if (!asked || record.kind === 'missing') return null
  const notice = readNotice(
    record.snapshot.fields,
    proposedNotice(event, chosenLabels(event, 'measures').map(text)),
  )
  return (
    <Section title={t('notice')}>
      <div className={styles.stack}>
        <p className="soft small">{t('noticeLead')}</p>
        {editable ? (
          <details className={styles.fold}>
            <summary>{t('notice')}</summary>
            <div className={styles.stack}>
              {NOTICE_CODES.map((code) => (
                <DraftedText
                  key={code}
                  label={t(LABELS[code])}
                  value={notice[code]}
                  draftKey={`notice:${event.id}:${code}`}
                  drafts={drafts}
                  onFailure={reportFailure}
                  onCommit={async (words) => {
                    await writer.set(event.id, { [`notice.${code}`]: words })
                    return true
                  }}
                  warn={(words) => {
                    const found = findPersonalData(words)[0]
                    return found && t('noticeLike', { words: found.found })
                  }}
                />
              ))}
            </div>
          </details>
        ) : null}
        <NoticeButtons row={row} site={site} notice={notice} />
      </div>
    </Section>
  )
}
