import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecords } from '#data/stores-context.ts'
import { ROLES, type Role } from '#domain/rights/rights.ts'
import { textField } from '#domain/shared/json.ts'
import { Button } from '#ui/button.tsx'
import { ChoiceList } from '#ui/choice-list.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import styles from './access.module.css'
import { ROLE_KEYS } from './role-key.ts'

interface NewPerson {
  readonly name: string
  readonly role: Role
  readonly sites: string[]
}

interface NewPersonFormProps {
  readonly isBusy: boolean
  readonly onInvite: (person: NewPerson) => void
}

/** The porteur sees every home by right: homes are asked for the other roles only. */
export function NewPersonForm({ isBusy, onInvite }: NewPersonFormProps) {
  const { t } = useTranslation('access')
  const homes = useRecords('site')
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('quality-lead')
  const [sites, setSites] = useState<string[]>([])
  const needsSites = role !== 'porteur'
  const isWhole = name.trim() !== '' && (!needsSites || sites.length > 0)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        onInvite({ name: name.trim(), role, sites: needsSites ? sites : [] })
      }}
    >
      <div className={styles.pair}>
        <TextField
          label={t('personName')}
          value={name}
          onChange={setName}
          maxLength={120}
          autoComplete="off"
          required
        />
        <SelectField
          label={t('personRole')}
          value={role}
          onChange={(code) => setRole(ROLES.find((each) => each === code) ?? role)}
          options={ROLES.map((code) => ({ value: code, label: t(ROLE_KEYS[code]) }))}
        />
      </div>
      {needsSites && (
        <ChoiceList
          label={t('personSites')}
          multiple
          options={homes.map(({ id, fields }) => ({ code: id, label: textField(fields, 'name') }))}
          value={sites}
          onChange={setSites}
        />
      )}
      <div>
        <Button type="submit" tone="primary" disabled={isBusy || !isWhole}>
          {t('inviteNew')}
        </Button>
      </div>
    </form>
  )
}
