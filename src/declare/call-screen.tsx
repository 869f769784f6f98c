import { ArrowLeft, Phone } from 'lucide-react'
import type { IntakePlace } from '#protocol/intake.ts'
import { Button } from '#ui/button.tsx'
import styles from './call-screen.module.css'
import { Frame } from './frame.tsx'
import { useTexts } from './use-texts.ts'

interface Call {
  readonly number: string
  readonly label: string
  readonly when: string
}

/** Who to call, one tap each: the ambulance, the home's own numbers, the police, the 112. */
export function CallScreen({
  place,
  onBack,
  onDone,
}: {
  place: IntakePlace
  onBack: () => void
  onDone: () => void
}) {
  const { t } = useTexts()
  const emergency: Call[] = [
    { number: '15', label: t('callSamu'), when: t('callSamuWhen') },
    { number: '17', label: t('callPolice'), when: t('callPoliceWhen') },
    { number: '112', label: t('callEurope'), when: t('callEuropeWhen') },
  ]
  const [samu, ...others] = emergency
  // A home may have written the 15 in its own list: one line for one number.
  const own: Call[] = place.phones.filter(
    ({ number }) => !emergency.some((call) => call.number === number),
  )
  const calls = [...(samu ? [samu] : []), ...own, ...others]
  return (
    <Frame
      title={t('callTitle')}
      lead={t('callLead')}
      foot={
        <>
          <Button icon={ArrowLeft} onClick={onBack}>
            {t('back')}
          </Button>
          <Button tone="primary" onClick={onDone}>
            {t('callDone')}
          </Button>
        </>
      }
    >
      <ul className={styles.calls}>
        {calls.map(({ number, label, when }, index) => (
          <li key={number}>
            <a
              href={`tel:${number.replace(/[^\d+]/g, '')}`}
              className={index === 0 ? styles.first : styles.call}
            >
              <Phone />
              <b>{label}</b>
              <span>
                {when}
                {when && number.length > 3 ? ', ' : ''}
                {number.length > 3 ? <span className="nw">{number}</span> : null}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Frame>
  )
}
