import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assignSites } from '#data/access.ts'
import type { RequestFailure } from '#data/request-server.ts'
import { useRecords, useWorkspace } from '#data/stores-context.ts'
import type { Snapshot } from '#data/workspace.ts'
import { textField } from '#domain/shared/json.ts'
import { Button } from '#ui/button.tsx'
import { ChoiceList } from '#ui/choice-list.tsx'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Sheet } from '#ui/sheet.tsx'
import styles from './access.module.css'
import { REFUSALS } from './refusals.ts'
import { sitesOf } from './sites-of.ts'

interface SitesSheetProps {
  readonly person: Snapshot
  readonly onClose: () => void
}

/** The homes of a person. What it does to their devices is said before it is done. */
export function SitesSheet({ person, onClose }: SitesSheetProps) {
  const { t } = useTranslation('access')
  const { profile, sync } = useWorkspace()
  const homes = useRecords('site')
  const [sites, setSites] = useState(() => [...sitesOf(person.fields)])
  const [isAsking, setIsAsking] = useState(false)
  const [failure, setFailure] = useState<RequestFailure>()
  const withdrawn = homes.filter(
    ({ id }) => sitesOf(person.fields).includes(id) && !sites.includes(id),
  )

  async function keep() {
    setIsAsking(true)
    try {
      const answered = await assignSites(profile, { person: person.id, sites })
      if (!answered.ok) return setFailure(answered.error)
      onClose()
      // The directory shown here comes with the next round: it is asked for at once.
      await sync.now()
    } finally {
      setIsAsking(false)
    }
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('sitesOf', { name: textField(person.fields, 'name') })}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          reportFailure(keep())
        }}
      >
        {failure && (
          <Notice tone="alert" title={t('sitesFailed')}>
            {t(REFUSALS[failure.kind])}
          </Notice>
        )}
        <ChoiceList
          label={t('personSites')}
          multiple
          options={homes.map(({ id, fields }) => ({ code: id, label: textField(fields, 'name') }))}
          value={sites}
          onChange={setSites}
        />
        {withdrawn.length > 0 && (
          <p>
            {t('sitesWithdrawn', {
              homes: withdrawn.map(({ fields }) => textField(fields, 'name')).join(', '),
            })}
          </p>
        )}
        <div>
          <Button type="submit" tone="primary" disabled={isAsking}>
            {t('sitesKeep')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
