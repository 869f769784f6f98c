import { useTranslation } from 'react-i18next'
import { useRecords, useWorkspace } from '#data/stores-context.ts'
import type { AdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import type { Role } from '#domain/rights/rights.ts'
import { textField } from '#domain/shared/json.ts'
import { Section } from '#ui/section.tsx'

/**
 * Who declared, from records this device was given; nothing here masks a field. What the role may
 * not read was never sent (ADR 003).
 */
export function EventWho({ event }: { event: AdverseEvent }) {
  const { t } = useTranslation('events')
  const { profile } = useWorkspace()
  const confidential = useRecords('declarant', event.site)
  const named = useRecords('named-declarant', event.site)
  const known = [...confidential, ...named].find(
    ({ fields }) => textField(fields, 'event') === event.id,
  )
  const name = known ? textField(known.fields, 'name') : ''
  const contact = known ? textField(known.fields, 'contact') : ''
  return (
    <Section title={t('who')}>
      {name ? <p>{t('whoNamed', { name })}</p> : null}
      {contact ? <p>{t('whoContact', { contact })}</p> : null}
      {known && event.identity === 'confidential' ? (
        <p className="soft small">{t('whoOnlyLead')}</p>
      ) : null}
      {known ? null : (
        <p className="soft">{t(unknownWords(event.identity, profile.person.role))}</p>
      )}
    </Section>
  )
}

function unknownWords(identity: AdverseEvent['identity'], role: Role) {
  if (identity === 'anonymous') return 'whoAnonymous'
  const wouldKnow = role === 'quality-lead' || (role === 'director' && identity === 'nominative')
  if (wouldKnow) return 'whoNotGiven'
  return identity === 'confidential' ? 'whoConfidential' : 'whoNominative'
}
