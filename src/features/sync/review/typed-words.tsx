import type { RecordType } from '#domain/record-types.ts'
import type { Fields } from '#domain/shared/json.ts'
import styles from '../sync.module.css'
import { useFieldWords } from './use-field-words.ts'

/** The very words that were typed, field by field. */
export function TypedWords({
  type,
  fields,
  known = fields,
}: {
  readonly type: RecordType
  readonly fields: Fields
  /** The fields of the record they were written on: its form names the questions. */
  readonly known?: Fields
}) {
  const { nameOf, valueWords } = useFieldWords()
  const place = { type, fields: known }
  return (
    <dl className={styles.typed}>
      {Object.entries(fields).map(([field, value]) => (
        <div key={field}>
          <dt>{nameOf(place, field)}</dt>
          <dd>{valueWords(place, field, value)}</dd>
        </div>
      ))}
    </dl>
  )
}
