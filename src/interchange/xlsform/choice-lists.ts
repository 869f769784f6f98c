import type { Text } from '#domain/shared/text.ts'
import type { Notes } from '../notes.ts'
import { type FormRow, firstWords } from './survey-sheet.ts'

export interface ListedChoice {
  readonly code: string
  readonly label: Text
  readonly row: FormRow
}

/** What a list of the sheet « external_choices » is called here: both sheets may use one name. */
export function externalList(name: string): string {
  return `${name}_external`
}

/** The lists of the « choices » sheet, each code once. */
export function readChoiceLists(
  rows: readonly FormRow[],
  notes: Notes,
): ReadonlyMap<string, readonly ListedChoice[]> {
  const lists = new Map<string, ListedChoice[]>()
  const seen = new Set<string>()
  for (const row of rows) {
    const list = row.get('list_name')
    const code = row.get('name') || row.get('value')
    if (list === '') {
      const name = code || firstWords(row)
      if (name !== '') notes.add('lost', 'choice-without-list', row.place('list_name'), { name })
      continue
    }
    const choices = lists.get(list) ?? []
    lists.set(list, choices)
    const key = JSON.stringify([list, code])
    if (code === '') notes.add('lost', 'choice-without-code', row.place('name'), { list })
    else if (seen.has(key)) notes.add('lost', 'duplicate-choice', row.place('name'), { list, code })
    else choices.push({ code, label: row.text('label') ?? { fr: code, en: code }, row })
    seen.add(key)
  }
  return lists
}
