import { Plus } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestFailure } from '#data/request-server.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import styles from './access.module.css'
import { HomeFields } from './home-fields.tsx'
import { REFUSALS } from './refusals.ts'
import { emptyHome, type HomeDraft, missingInSetup, type SetupDraft } from './setup-draft.ts'
import { useFragmentCode } from './use-fragment-code.ts'

interface SetupFormProps {
  readonly draft: SetupDraft
  readonly onChange: (draft: SetupDraft) => void
  readonly isSending: boolean
  readonly failure: RequestFailure | undefined
  readonly onCreate: (setupCode: string) => void
}

/** Homes the protocol accepts in one setup. */
const MOST_HOMES = 12

export function SetupForm({ draft, onChange, isSending, failure, onCreate }: SetupFormProps) {
  const { t } = useTranslation('access')
  const [setupCode, setSetupCode] = useFragmentCode()
  const form = useId()
  const { homes } = draft
  const missing = missingInSetup(draft).length + (setupCode.trim() === '' ? 1 : 0)

  function changeHome(changed: HomeDraft) {
    onChange({ ...draft, homes: homes.map((home) => (home.key === changed.key ? changed : home)) })
  }
  function addHome() {
    const key = Math.max(0, ...homes.map((home) => home.key)) + 1
    onChange({ ...draft, homes: [...homes, emptyHome(key)] })
  }

  return (
    <Page
      title={t('setupTitle')}
      lead={t('setupLead')}
      width="reading"
      dock={
        <Button
          type="submit"
          form={form}
          tone="primary"
          size="big"
          disabled={isSending || missing > 0}
        >
          {t(isSending ? 'settingUp' : 'setUp')}
        </Button>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          onCreate(setupCode)
        }}
      >
        <Section title={t('setupServer')}>
          <TextField
            label={t('setupCode')}
            hint={t('setupCodeHint')}
            value={setupCode}
            onChange={setSetupCode}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            required
          />
        </Section>
        <Section title={t('setupPeople')}>
          <div className={styles.form}>
            {(['dispositif', 'porteur', 'officer'] as const).map((field) => (
              <TextField
                key={field}
                label={t(`setup_${field}`)}
                hint={t(`setup_${field}_hint`)}
                value={draft[field]}
                onChange={(text) => onChange({ ...draft, [field]: text })}
                maxLength={120}
                autoComplete="off"
                required
              />
            ))}
          </div>
        </Section>
        <Section title={t('setupHomes')} note={t('homesCount', { count: homes.length })}>
          {homes.map((home, index) => (
            <HomeFields
              key={home.key}
              home={home}
              number={index + 1}
              onChange={changeHome}
              onRemove={
                homes.length > 1
                  ? () => onChange({ ...draft, homes: homes.filter(({ key }) => key !== home.key) })
                  : undefined
              }
            />
          ))}
          {homes.length < MOST_HOMES && (
            <div className={styles.add}>
              <Button icon={Plus} onClick={addHome}>
                {t('addHome')}
              </Button>
            </div>
          )}
        </Section>
        {missing > 0 && <p className="soft">{t('setupMissing', { count: missing })}</p>}
        {failure && (
          <Notice tone="alert" title={t('setupFailed')}>
            {failure.kind === 'code-refused' ? t('setupCodeRefused') : t(REFUSALS[failure.kind])}
          </Notice>
        )}
      </form>
    </Page>
  )
}
