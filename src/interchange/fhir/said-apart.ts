import { answersAside } from '#domain/filling/move-version.ts'
import { bothReadings } from '#domain/filling/second-auditor.ts'
import type { Form } from '#domain/form/form.ts'
import type { Fields, Json } from '#domain/shared/json.ts'
import { readOwnWords } from '#domain/tracer/own-answers.ts'
import type { JsonRecord } from '../is-record.ts'
import { SAID_APART } from './extensions.ts'

/** What a filling says beside its answers, and how its keys are named where they go. */
export interface SaidApart {
  readonly form: Form
  /** Of the record; those of one file alone in an EPP, without its number. */
  readonly fields: Fields
  readonly comments: ReadonlyMap<string, string>
}

/**
 * What a QuestionnaireResponse has no place for, as extensions of the whole resource (`docs/formats.md`):
 * what the person said alone (R-TRA-5), the reading of a second auditor (R-KAP-3), what a change of version
 * set aside (R-GRI-3), the comments. `nameOf` gives a key as the items of the response name it. No person
 * is named: who the second auditor is stays behind.
 */
export function saidApartExtensions(
  { form, fields, comments }: SaidApart,
  nameOf: (key: string) => string,
): readonly JsonRecord[] {
  const own = readOwnWords(fields)
  const keyed = (key: string, parts: readonly JsonRecord[]): JsonRecord => ({
    url: 'answer',
    extension: [{ url: 'key', valueString: nameOf(key) }, ...parts],
  })
  const second = bothReadings(fields)
  return [
    whole(
      SAID_APART.alone,
      [{ url: 'helper', valueCode: own.helper }, ...onDay(own.on)],
      [...own.answers].map(([key, code]) => keyed(key, [{ url: 'code', valueCode: code }])),
    ),
    whole(
      SAID_APART.second,
      onDay(second.on),
      [...second.readings].map(([key, { second: given, first }]) =>
        keyed(key, [...valued('value', given), ...valued('first', first)]),
      ),
    ),
    whole(
      SAID_APART.aside,
      [],
      answersAside(fields, form).map(({ key, value, version, edition }) =>
        keyed(key, [
          ...valued('value', value),
          ...(version === undefined ? [] : [{ url: 'version', valueInteger: version }]),
          ...(edition ? [{ url: 'edition', valueString: edition }] : []),
        ]),
      ),
    ),
    whole(
      SAID_APART.comments,
      [],
      [...comments].map(([key, text]) => keyed(key, valued('value', text))),
    ),
  ].flat()
}

/** Nothing at all when no answer is in it. */
function whole(
  url: string,
  about: readonly JsonRecord[],
  answers: readonly JsonRecord[],
): readonly JsonRecord[] {
  return answers.length > 0 ? [{ url, extension: [...about, ...answers] }] : []
}

function onDay(day: string | undefined): readonly JsonRecord[] {
  return day ? [{ url: 'on', valueDate: day }] : []
}

/** A text, a number or a yes as FHIR says them; a list, or an empty text, as JSON. */
function valued(url: string, value: Json | undefined): readonly JsonRecord[] {
  if (value === undefined) return []
  if (typeof value === 'number') return [{ url, valueDecimal: value }]
  if (typeof value === 'boolean') return [{ url, valueBoolean: value }]
  if (typeof value === 'string' && value.trim() !== '') return [{ url, valueString: value }]
  return [{ url: `${url}-json`, valueString: JSON.stringify(value) }]
}
