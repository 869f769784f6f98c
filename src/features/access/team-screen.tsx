import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { invite } from '#data/access.ts'
import type { RequestFailure } from '#data/request-server.ts'
import { useRecords, useWorkspace } from '#data/stores-context.ts'
import { textField } from '#domain/shared/json.ts'
import type { InvitationRequest, InvitationResponse } from '#protocol/access.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatStamp } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { InvitationCard } from './invitation-card.tsx'
import { NewPersonForm } from './new-person-form.tsx'
import { PersonRows } from './person-rows.tsx'
import { REFUSALS } from './refusals.ts'
import { TeamDevices } from './team-devices.tsx'

type Asked =
  | { readonly kind: 'made'; readonly name: string; readonly made: InvitationResponse }
  | { readonly kind: 'failed'; readonly failure: RequestFailure }

/** People of the dispositif, for the porteur: who is there, and a code for a device of theirs. */
export function TeamScreen() {
  const { t } = useTranslation('access')
  const language = useLanguage()
  const { profile } = useWorkspace()
  const people = useRecords('person')
  const [asked, setAsked] = useState<Asked>()
  const [isAsking, setIsAsking] = useState(false)

  if (profile.person.role !== 'porteur') {
    return (
      <Page title={t('teamTitle')} width="reading">
        <EmptyState text={t('teamNotYours')} />
      </Page>
    )
  }

  async function ask(person: InvitationRequest['person'], name: string) {
    setIsAsking(true)
    try {
      const answered = await invite(profile, { person })
      setAsked(
        answered.ok
          ? { kind: 'made', name, made: answered.value }
          : { kind: 'failed', failure: answered.error },
      )
    } finally {
      setIsAsking(false)
    }
  }

  return (
    <Page title={t('teamTitle')} lead={t('teamLead')}>
      {asked?.kind === 'failed' && (
        <Notice tone="alert" title={t('inviteFailed')}>
          {t(REFUSALS[asked.failure.kind])}
        </Notice>
      )}
      {asked?.kind === 'made' && (
        <Section title={t('inviteReady')}>
          <InvitationCard
            key={asked.made.code}
            name={asked.name}
            code={asked.made.code}
            until={formatStamp(asked.made.expiresAt, language, profile.dispositif.timeZone)}
          />
        </Section>
      )}
      <Section title={t('people')} note={t('peopleCount', { count: people.length })}>
        {people.length === 0 ? (
          <EmptyState text={t('noPeople')} />
        ) : (
          <PersonRows
            people={people}
            isBusy={isAsking}
            onInvite={({ id, fields }) => reportFailure(ask({ id }, textField(fields, 'name')))}
          />
        )}
      </Section>
      <TeamDevices />
      <Section title={t('newPerson')}>
        <NewPersonForm
          isBusy={isAsking}
          onInvite={(person) => reportFailure(ask(person, person.name))}
        />
      </Section>
    </Page>
  )
}
