import { type Day, parseDay } from '../shared/day.ts'
import { codeField, type Fields, textField } from '../shared/json.ts'

export const CONSENT_GIVERS = ['person', 'legal-representative'] as const
export type ConsentGiver = (typeof CONSENT_GIVERS)[number]

/** `witnessed`: the person cannot write, agrees in their own way, and a third party signs. */
export const CONSENT_MODES = ['written', 'witnessed'] as const
export type ConsentMode = (typeof CONSENT_MODES)[number]

/** Agreement of the person to an accompagné traceur. The signed paper stays in the person's file. */
export type Consent =
  | { readonly kind: 'none' }
  | { readonly kind: 'given'; readonly agreement: Agreement }
  | { readonly kind: 'withdrawn'; readonly on: Day; readonly agreement: Agreement }

export interface Agreement {
  readonly givenOn: Day
  readonly by: ConsentGiver
  readonly mode: ConsentMode
  /** Person id of who noted it. */
  readonly recordedBy: string
}

/**
 * The agreement as the record holds it: `consent.givenOn`, `consent.by`, `consent.mode`,
 * `consent.recordedBy`, `consent.withdrawnOn`. Without a date there is none (R-TRA-1).
 */
export function readConsent(fields: Fields): Consent {
  const givenOn = parseDay(textField(fields, 'consent.givenOn'))
  if (!givenOn) return { kind: 'none' }
  const agreement: Agreement = {
    givenOn,
    by: codeField(fields, 'consent.by', CONSENT_GIVERS, 'person'),
    mode: codeField(fields, 'consent.mode', CONSENT_MODES, 'written'),
    recordedBy: textField(fields, 'consent.recordedBy'),
  }
  const on = parseDay(textField(fields, 'consent.withdrawnOn'))
  return on ? { kind: 'withdrawn', on, agreement } : { kind: 'given', agreement }
}

/** Interviews open only on an agreement noted and not withdrawn (R-TRA-1). */
export function areInterviewsOpen(consent: Consent): boolean {
  return consent.kind === 'given'
}

/** The fields that note an agreement; an earlier withdrawal is emptied, for it was given anew. */
export function agreementFields({ givenOn, by, mode, recordedBy }: Agreement): Fields {
  return {
    'consent.givenOn': givenOn,
    'consent.by': by,
    'consent.mode': mode,
    'consent.recordedBy': recordedBy,
    'consent.withdrawnOn': null,
  }
}

/** The fields that note a withdrawal: answers stay, locked, until who is in charge decides (R-TRA-2). */
export function withdrawalFields(on: Day): Fields {
  return { 'consent.withdrawnOn': on }
}
