import type { Answers } from '../form/form.ts'
import type { Day } from '../shared/day.ts'
import { parseDay } from '../shared/day.ts'
import { type RecordId, recordId, type SiteId, siteId } from '../shared/ids.ts'
import { codeField, type Fields, fieldsBelow, numberField, textField } from '../shared/json.ts'
import { type Paper, readPaper } from './paper.ts'

/** `draft` while it is being filled in, `closed` once its author has ended it. */
export const FILLING_STATUSES = ['draft', 'closed'] as const
export type FillingStatus = (typeof FILLING_STATUSES)[number]

/** A photo named by a criterion. Its bytes are elsewhere, by address. */
export interface FilledPhoto {
  readonly question: string
  readonly sha256: string
  readonly size: number
  readonly mime: string
  readonly width: number
  readonly height: number
}

/**
 * A form being filled in at a home: an audit, an accompagné traceur, one round of an EPP.
 *
 * Fields of its record (types `audit`, `tracer`, `epp`): `form`, `formVersion`, `edition`, `round`, `heldOn`
 * (day), `status`, `author` (person id), `withWhom`, `subject`, `closedOn`, `paperOn` and
 * `paperBy` (`paper.ts`); `answers.<question>`,
 * `comments.<question>`, `photos.<question>.<sha256>`. An EPP has `files` (how many) and answers by
 * file, `answers.<file>.<question>`, file from 1; a traceur has `consent.*` (`tracer/consent.ts`).
 */
export interface Filling {
  readonly id: RecordId
  readonly site: SiteId
  readonly form: string
  readonly formVersion: number
  /** Record of the publication it was begun with; empty for a form built in. */
  readonly edition: string
  /** 1 for a first round (« 1er tour »). */
  readonly round: number
  readonly heldOn: Day | undefined
  readonly closedOn: Day | undefined
  readonly status: FillingStatus
  readonly author: string
  /** Set for a filling typed in from a grid filled in with a pen. */
  readonly paper?: Paper | undefined
  /** Functions of those who took part, never names: « IDE coordinatrice, pharmacien ». */
  readonly withWhom: string
  /** Which premises, or which person by a local number: never a name. Empty for an audit of a home. */
  readonly subject: string
  readonly answers: Answers
  readonly comments: ReadonlyMap<string, string>
  readonly photos: readonly FilledPhoto[]
}

export function readFilling(id: string, site: string, fields: Fields): Filling {
  return {
    id: recordId(id),
    site: siteId(site),
    form: textField(fields, 'form'),
    formVersion: numberField(fields, 'formVersion') ?? 1,
    edition: textField(fields, 'edition'),
    round: numberField(fields, 'round') ?? 1,
    heldOn: parseDay(textField(fields, 'heldOn')),
    closedOn: parseDay(textField(fields, 'closedOn')),
    status: codeField(fields, 'status', FILLING_STATUSES, 'draft'),
    author: textField(fields, 'author'),
    paper: readPaper(fields),
    withWhom: textField(fields, 'withWhom'),
    subject: textField(fields, 'subject'),
    answers: fieldsBelow(fields, 'answers.'),
    comments: new Map(
      [...fieldsBelow(fields, 'comments.')].flatMap(([question, text]) =>
        typeof text === 'string' && text !== '' ? [[question, text] as const] : [],
      ),
    ),
    photos: [...fieldsBelow(fields, 'photos.')].flatMap(([key, value]) => {
      const at = key.lastIndexOf('.')
      if (at < 1 || !value || typeof value !== 'object' || Array.isArray(value)) return []
      const photo = value as Fields
      return [
        {
          question: key.slice(0, at),
          sha256: textField(photo, 'sha256'),
          size: numberField(photo, 'size') ?? 0,
          mime: textField(photo, 'mime'),
          width: numberField(photo, 'width') ?? 0,
          height: numberField(photo, 'height') ?? 0,
        },
      ]
    }),
  }
}

/** The answers of one file of an EPP round, by question. */
export function answersOfFile(filling: Filling, file: number): Answers {
  const prefix = `${file}.`
  const found = new Map<string, Fields[string]>()
  for (const [key, value] of filling.answers) {
    if (key.startsWith(prefix)) found.set(key.slice(prefix.length), value)
  }
  return found
}

/** The day a filling is filed under: when it was ended, else when it was held. */
export function fillingDay({
  closedOn,
  heldOn,
}: Pick<Filling, 'closedOn' | 'heldOn'>): Day | undefined {
  return closedOn ?? heldOn
}

/** Order of a list: the latest day first; an undated one last. */
export function newestFirst(a: Filling, b: Filling): number {
  return (fillingDay(b) ?? '').localeCompare(fillingDay(a) ?? '')
}
