import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import { useFormShelf } from '#data/use-form-shelf.ts'
import { readFilling } from '#domain/filling/filling.ts'
import type { RecordType } from '#domain/record-types.ts'
import { parseDay } from '#domain/shared/day.ts'
import type { RecordId } from '#domain/shared/ids.ts'
import { recordId } from '#domain/shared/ids.ts'
import { type Fields, textField } from '#domain/shared/json.ts'
import { formatDay } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { RECORD_WORDS } from './record-words.ts'

interface Named {
  readonly record: RecordId
  readonly type: RecordType
  readonly scope: string
}

/** « Audit, circuit du médicament » and « Les Acomats »: a record as people call it. */
export function useRecordName(): (named: Named) => { title: string; place: string } {
  const { t } = useTranslation('sync')
  const text = useText()
  const language = useLanguage()
  const { replica } = useWorkspace()
  const forms = useFormShelf()

  function detailOf(type: RecordType, fields: Fields): string {
    if (type === 'audit' || type === 'epp' || type === 'tracer') {
      const form = forms.find(readFilling('', '', fields))
      return form ? text(form.title) : ''
    }
    if (type === 'visit') {
      const day = parseDay(textField(fields, 'day'))
      return day ? formatDay(day, language) : ''
    }
    return textField(fields, 'title') || textField(fields, 'reference')
  }

  return ({ record, type, scope }) => {
    const snapshot = replica.get(record)
    const detail = snapshot ? detailOf(type, snapshot.fields) : ''
    const home = replica.get(recordId(scope))
    return {
      title: [t(RECORD_WORDS[type].key), detail].filter(Boolean).join(', '),
      place: home?.type === 'site' ? textField(home.fields, 'name') : '',
    }
  }
}
