import type { Question } from '#domain/form/form.ts'
import type { Json } from '#domain/shared/json.ts'
import { isRecord, type JsonRecord } from '../is-record.ts'

/** What an import of an XLSForm set aside with a question or a section. */
export function asideOf(item: Pick<Question, 'carried'>): JsonRecord {
  return item.carried?.xlsform ?? {}
}

/** A member set aside, as a record. */
export function asideRecord(value: Json | undefined): JsonRecord {
  return isRecord(value) ? value : {}
}

/** Cells given back as they were. */
export function asideCells(value: Json | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(asideRecord(value)).flatMap(([header, cell]) =>
      typeof cell === 'string' ? [[header, cell]] : [],
    ),
  )
}
