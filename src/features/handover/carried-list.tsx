import { Mail, PackageCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Carried, Handover } from '#data/bundle/handover.ts'
import { useRecords } from '#data/stores-context.ts'
import { textField } from '#domain/shared/json.ts'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Section } from '#ui/section.tsx'
import type { fr } from './fr.ts'
import { canShareFiles, saveFiles, shareFiles } from './hand-over-files.ts'
import styles from './handover.module.css'
import { useCarried } from './use-handover.ts'
import { useParts } from './use-parts.ts'

const STATE_WORDS: Record<Carried['state'], keyof typeof fr> = {
  waiting: 'stateWaiting',
  refused: 'stateRefused',
  receipt: 'stateReceipt',
  received: 'stateReceived',
}

/** What is carried for others, apart from one's own work: counts, state, and the way back. */
export function CarriedList({ handover }: { readonly handover: Handover }) {
  const { t } = useTranslation('handover')
  const carried = useCarried(handover)
  const people = useRecords('person')
  const partsOf = useParts()
  const [removing, setRemoving] = useState<string>()

  const nameOf = (person: string) => {
    const known = people.find(({ id }) => id === person)
    return (known && textField(known.fields, 'name')) || t('someone')
  }
  const remove = (item: Carried) => {
    if (item.state === 'waiting') setRemoving(item.id)
    else reportFailure(handover.forget(item.id))
  }
  const giveReceipt = async (id: string) => {
    const file = await handover.receiptFile(id)
    if (!file) return
    if (canShareFiles()) await shareFiles([file])
    else saveFiles([file])
  }

  return (
    <Section title={t('carried')}>
      {carried.length === 0 ? (
        <EmptyState text={t('carriedNothing')} />
      ) : (
        <ul className={styles.carried}>
          {carried.map((item) => (
            <li key={item.id}>
              {item.kind === 'bundle' ? <PackageCheck /> : <Mail />}
              <div>
                <p className={styles.name}>
                  {item.kind === 'bundle'
                    ? t('bundleOf', { name: nameOf(item.person) })
                    : t('envelope')}
                </p>
                <p className={styles.state}>
                  {item.kind === 'bundle' && `${partsOf(item)}. `}
                  {t(STATE_WORDS[item.state])}
                </p>
              </div>
              <div className={styles.buttons}>
                {item.state === 'receipt' && (
                  <Button tone="primary" onClick={() => reportFailure(giveReceipt(item.id))}>
                    {t('giveReceipt')}
                  </Button>
                )}
                <Button onClick={() => remove(item)}>{t('remove')}</Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <ConfirmDialog
        isOpen={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={t('removeTitle')}
        confirmLabel={t('remove')}
        onConfirm={() => {
          if (removing !== undefined) reportFailure(handover.forget(removing))
        }}
      >
        <p>{t('removeText')}</p>
      </ConfirmDialog>
    </Section>
  )
}
