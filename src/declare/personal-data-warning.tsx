import {
  findPersonalData,
  type PersonalDataSpan,
} from '#domain/adverse-event/personal-data-guard.ts'
import { Button } from '#ui/button.tsx'
import styles from './personal-data-warning.module.css'
import { type TextKey, useTexts } from './use-texts.ts'

/** What may stand in place of a name; the rest can only go. */
const REPLACEMENTS: Record<PersonalDataSpan['kind'], readonly TextKey[]> = {
  name: ['guardColleague', 'guardResident'],
  room: ['guardNothing'],
  'birth-date': ['guardNothing'],
  phone: ['guardNothing'],
}

/** Warns about the first words that may point at someone, and offers others. Forbids nothing. */
export function PersonalDataWarning({
  words,
  onReplace,
}: {
  words: string
  onReplace: (words: string) => void
}) {
  const { t } = useTexts()
  const span = findPersonalData(words)[0]
  return (
    <div role="status">
      {span ? (
        <div className={styles.warning}>
          <b>{t(span.kind === 'name' ? 'guardName' : 'guardOther', { words: span.found })}</b>
          {REPLACEMENTS[span.kind].map((key) => (
            <Button
              key={key}
              wide
              onClick={() => onReplace(words.slice(0, span.start) + t(key) + words.slice(span.end))}
            >
              {t('guardReplace', { words: t(key) })}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  )
}
