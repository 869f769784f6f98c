import { QrCode } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRecords } from '#data/stores-context.ts'
import type { Snapshot } from '#data/workspace.ts'
import { ROLES } from '#domain/rights/rights.ts'
import { codeField, textField } from '#domain/shared/json.ts'
import { Button } from '#ui/button.tsx'
import styles from './access.module.css'
import { ROLE_KEYS } from './role-key.ts'

interface PersonRowsProps {
  readonly people: readonly Snapshot[]
  readonly isBusy: boolean
  readonly onInvite: (person: Snapshot) => void
}

export function PersonRows({ people, isBusy, onInvite }: PersonRowsProps) {
  const { t } = useTranslation('access')
  const homes = useRecords('site')
  const sorted = [...people].sort((a, b) =>
    textField(a.fields, 'name').localeCompare(textField(b.fields, 'name'), 'fr'),
  )
  return (
    <ul className={styles.rows}>
      {sorted.map((person) => {
        const name = textField(person.fields, 'name')
        const role = codeField(person.fields, 'role', ROLES, 'declarant')
        const sites = person.fields.sites
        const where = homes
          .filter(({ id }) => Array.isArray(sites) && sites.includes(id))
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
            <Button
              icon={QrCode}
              disabled={isBusy}
              aria-label={t('inviteName', { name })}
              onClick={() => onInvite(person)}
            >
              {t('invite')}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
