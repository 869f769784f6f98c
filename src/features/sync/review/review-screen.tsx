import { Check, SkipForward } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useDisputed, useSyncStatus, useWorkspace } from '#data/stores-context.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { SetAsideList } from '../set-aside-list.tsx'
import { useRecordName } from '../use-record-name.ts'
import { OtherDisputes } from './other-disputes.tsx'
import { OthersQueue } from './others-queue.tsx'
import { type Picked, SettleDispute } from './settle-dispute.tsx'
import { useFieldWords } from './use-field-words.ts'

/** What waits for a person: disagreements, one in hand, then what the server set aside. */
export function ReviewScreen() {
  const { t } = useTranslation('sync')
  const { replica, writer, mayWrite } = useWorkspace()
  const nameOf = useRecordName()
  const words = useFieldWords()
  const [asked, ask] = useSearchParams()
  const [picked, setPicked] = useState<Picked & { readonly of: string }>()
  const { setAside } = useSyncStatus()
  const items = useDisputed().flatMap((snapshot) =>
    replica
      .disputesOf(snapshot.id)
      .map((dispute) => ({ key: `${snapshot.id} ${dispute.field}`, snapshot, dispute })),
  )
  const at = Math.max(
    0,
    items.findIndex(
      ({ snapshot, dispute }) =>
        snapshot.id === asked.get('fiche') && [null, dispute.field].includes(asked.get('champ')),
    ),
  )
  const inHand = items[at]
  const chosen = picked && inHand && picked.of === inHand.key ? picked : undefined
  const canSettle = inHand !== undefined && mayWrite(inHand.snapshot.bucket)

  function show(item: (typeof items)[number] | undefined): void {
    if (item) ask({ fiche: item.snapshot.id, champ: item.dispute.field }, { replace: true })
  }

  return (
    <Page
      title={t('reviewTitle')}
      lead={t('reviewLead', { count: items.length + setAside.length })}
      back={{ to: paths.sync(), label: t('title') }}
      dock={
        inHand &&
        canSettle && (
          <>
            {items.length > 1 && (
              <Button icon={SkipForward} onClick={() => show(items[(at + 1) % items.length])}>
                {t('skipDispute')}
              </Button>
            )}
            <Button
              tone="primary"
              size="big"
              icon={Check}
              disabled={!chosen}
              onClick={() => {
                if (!chosen) return
                const { snapshot, dispute } = inHand
                reportFailure(writer.resolve(snapshot.id, dispute.field, chosen.value))
              }}
            >
              {chosen ? keepWords(chosen) : t('pickFirst')}
            </Button>
          </>
        )
      }
    >
      {inHand ? (
        <Section title={t('dispute')} note={t('disputeCount', { at: at + 1, of: items.length })}>
          <p>
            {placeWords(inHand.snapshot)}
            <strong>
              {t(inHand.dispute.field === '~' ? 'askExistence' : 'askField', {
                field: words.nameOf(inHand.snapshot, inHand.dispute.field),
              })}
            </strong>
          </p>
          <SettleDispute
            key={inHand.key}
            snapshot={inHand.snapshot}
            dispute={inHand.dispute}
            mayWrite={canSettle}
            picked={chosen}
            onPick={(next) => setPicked({ ...next, of: inHand.key })}
          />
        </Section>
      ) : (
        <EmptyState text={t('noDispute')} />
      )}
      {items.length > 1 && (
        <OtherDisputes items={items.filter((item) => item !== inHand)} onShow={show} />
      )}
      {setAside.length > 0 && (
        <Section title={t('setAside')} note={t('setAsideCount', { count: setAside.length })}>
          <p className="measure">{t('setAsideText')}</p>
          <SetAsideList setAside={setAside} />
        </Section>
      )}
      <OthersQueue />
    </Page>
  )

  function placeWords({ id, type, scope }: (typeof items)[number]['snapshot']): string {
    const { title, place } = nameOf({ record: id, type, scope })
    return `${[title, place].filter(Boolean).join(', ')}. `
  }

  function keepWords({ code, value }: Picked): string {
    if (!inHand || code === 'third') return t('keepThird')
    const said = words.valueWords(inHand.snapshot, inHand.dispute.field, value)
    return said.length > 40
      ? t('keepText', { number: Number(code) + 1 })
      : t('keep', { value: said })
  }
}
