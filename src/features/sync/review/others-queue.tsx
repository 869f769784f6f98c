import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import { isRecordType } from '#domain/record-types.ts'
import type { Fields } from '#domain/shared/json.ts'
import type { QuarantinedItem } from '#protocol/care.ts'
import type { OpId } from '#protocol/op.ts'
import { Button } from '#ui/button.tsx'
import { formatStamp } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { Section } from '#ui/section.tsx'
import { REASON_WORDS } from '../failure-words.ts'
import { useAsked } from '../use-asked.ts'
import styles from './review.module.css'
import { TypedWords } from './typed-words.tsx'
import { ROLE_WORDS } from './use-author-words.ts'

const KEEPERS: ReadonlySet<string> = new Set(['director', 'quality-lead', 'porteur'])

/** What others of these homes wrote and the server set aside, for who looks after them. */
export function OthersQueue() {
  const { t } = useTranslation('sync')
  const language = useLanguage()
  const { care, profile, writer } = useWorkspace()
  const isKeeper = KEEPERS.has(profile.person.role)
  const answer = useAsked(
    useCallback(() => care.quarantine(), [care]),
    isKeeper,
  )
  const [ended, setEnded] = useState<ReadonlySet<string>>(new Set())
  const items = answer?.items.filter(({ op }) => !ended.has(op)) ?? []
  if (items.length === 0) return null

  async function end({ op }: QuarantinedItem) {
    await writer.settle([op as OpId], t('reasonSeen'))
    setEnded(new Set([...ended, op]))
  }

  return (
    <Section title={t('queue')} note={t('setAsideCount', { count: items.length })}>
      <p className="measure">{t('queueText')}</p>
      <ul className={styles.aside}>
        {items.map((item) => (
          <li key={item.op}>
            <p className={styles.name}>
              {[item.role && t(ROLE_WORDS[item.role]), item.label].filter(Boolean).join(', ')}
            </p>
            <p>
              {t(REASON_WORDS[item.reason])}{' '}
              {formatStamp(item.receivedAt, language, profile.dispositif.timeZone)}
            </p>
            {item.content && isRecordType(item.content.type) ? (
              <TypedWords type={item.content.type} fields={item.content.fields as Fields} />
            ) : (
              <p>{t('queueHidden')}</p>
            )}
            <div className={styles.actions}>
              <Button onClick={() => reportFailure(end(item))}>{t('endForGood')}</Button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
