import { Building2, QrCode } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecords } from '#data/stores-context.ts'
import type { Snapshot } from '#data/workspace.ts'
import { ROLES } from '#domain/rights/rights.ts'
import { codeField, textField } from '#domain/shared/json.ts'
import { Button } from '#ui/button.tsx'
import styles from './access.module.css'
import { ROLE_KEYS } from './role-key.ts'
import { sitesOf } from './sites-of.ts'
import { SitesSheet } from './sites-sheet.tsx'

interface PersonRowsProps {
  readonly people: readonly Snapshot[]
  readonly isBusy: boolean
  readonly onInvite: (person: Snapshot) => void
}

export function PersonRows({ people, isBusy, onInvite }: PersonRowsProps) {
  const { t } = useTranslation('access')
  const homes = useRecords('site')
  const [chosen, setChosen] = useState<Snapshot>()
  const sorted = [...people].sort((a, b) =>
    textField(a.fields, 'name').localeCompare(textField(b.fields, 'name'), 'fr'),
  )
  return (
    <>
      <ul className={styles.rows}>
        {sorted.map((person) => {
          const name = textField(person.fields, 'name')
          const role = codeField(person.fields, 'role', ROLES, 'declarant')
          const sites = sitesOf(person.fields)
          const where = homes
            .filter(({ id }) => sites.includes(id))
            .map(({ fields }) => textField(fields, 'name'))
            .join(', ')
          return (
            <li key={person.id}>
              <div>
                <p className={styles.name}>{name}</p>
                <p className={styles.detail}>
                  {t(ROLE_KEYS[role])}
                  {where && `, ${where}`}
                </p>
              </div>
              <div className={styles.row}>
                {role !== 'porteur' && (
                  <Button
                    icon={Building2}
                    aria-label={t('sitesOf', { name })}
                    onClick={() => setChosen(person)}
                  >
                    {t('personSites')}
                  </Button>
                )}
                <Button
                  icon={QrCode}
                  disabled={isBusy}
                  aria-label={t('inviteName', { name })}
                  onClick={() => onInvite(person)}
                >
                  {t('invite')}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
      {chosen && <SitesSheet person={chosen} onClose={() => setChosen(undefined)} />}
    </>
  )
}
