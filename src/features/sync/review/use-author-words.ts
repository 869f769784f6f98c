import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import type { DisputedValue } from '#data/workspace.ts'
import { ROLES, type Role } from '#domain/rights/rights.ts'
import { dayAt } from '#domain/shared/day.ts'
import { recordId } from '#domain/shared/ids.ts'
import { codeField, textField } from '#domain/shared/json.ts'
import { formatDay, formatStamp } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { fr } from '../fr.ts'

export const ROLE_WORDS: Record<Role, Extract<keyof typeof fr, `role${string}`>> = {
  officer: 'roleOfficer',
  porteur: 'rolePorteur',
  director: 'roleDirector',
  'quality-lead': 'roleQualityLead',
  declarant: 'roleDeclarant',
}

export interface AuthorWords {
  readonly who: string
  /** Absent for what nobody's device wrote: an anonymous deposit. */
  readonly where: string | undefined
  readonly when: string
}

/**
 * Who wrote a value, by function, on which device of which home, and when. What has no device record
 * was filed by the server: a deposit, whose hour says nothing and is not shown (ADR 015).
 */
export function useAuthorWords(): (author: DisputedValue['authors'][number]) => AuthorWords {
  const { t } = useTranslation('sync')
  const language = useLanguage()
  const { replica, profile } = useWorkspace()
  const { timeZone } = profile.dispositif

  return ({ device, at }) => {
    const isMine = device === profile.device
    const known = replica.get(recordId(device))
    if (!isMine && known?.type !== 'device') {
      return {
        who: t('authorDeposit'),
        where: undefined,
        when: formatDay(dayAt(at, timeZone), language),
      }
    }
    const person = isMine
      ? profile.person.id
      : textField(known?.type === 'device' ? known.fields : {}, 'person')
    const record = replica.get(recordId(person))
    const role = isMine
      ? profile.person.role
      : codeField(record?.fields ?? {}, 'role', ROLES, 'declarant')
    const word = t(ROLE_WORDS[role])
    const label = isMine
      ? t('authorThisDevice')
      : textField(known?.type === 'device' ? known.fields : {}, 'label')
    return {
      who: person === profile.person.id ? t('authorYou', { role: word }) : word,
      where: [label, homeOf(record?.fields.sites)].filter(Boolean).join(', '),
      when: formatStamp(at, language, timeZone),
    }
  }

  /** The home of who belongs to one; the officer goes between several. */
  function homeOf(sites: unknown): string {
    const [only, ...others] = Array.isArray(sites) ? sites : []
    if (typeof only !== 'string' || others.length > 0) return ''
    const home = replica.get(recordId(only))
    return home?.type === 'site' ? textField(home.fields, 'name') : ''
  }
}
