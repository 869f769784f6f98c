import type { Json } from '#domain/shared/json.ts'
import type { IdentityChoice } from '#protocol/intake.ts'

/** The four stops of a declaration, in the order of the line. */
export const STEPS = ['what', 'gravity', 'details', 'you'] as const
export type Step = (typeof STEPS)[number]

/**
 * A declaration being made: the only readable words this phone ever holds (security.md D4). It
 * lives thirty minutes after the last touch at most, and goes at sending.
 */
export interface Draft {
  /** Token of the wall it is made for: another poster scanned meanwhile must not move it. */
  readonly token: string
  readonly step: Step
  readonly startedAt: number
  readonly touchedAt: number
  readonly occurredOn: string
  readonly occurredAt: string
  readonly answers: Readonly<Record<string, Json>>
  /** Nothing is preselected: a shared phone knows no one. */
  readonly identity: IdentityChoice | undefined
  readonly name: string
  readonly contact: string
  /** A JPEG in base64url, drawn anew (`photo/shrink.ts`); empty without. */
  readonly photo: string
}

/** What a screen may change; the rest follows from the hour and the wall. */
export type DraftChange = Partial<Omit<Draft, 'token' | 'startedAt' | 'touchedAt'>>

export const DRAFT_LIFE_MS = 30 * 60_000

export function createDraft(token: string, now: number, when: { day: string; clock: string }) {
  const draft: Draft = {
    token,
    step: 'what',
    startedAt: now,
    touchedAt: now,
    occurredOn: when.day,
    occurredAt: when.clock,
    answers: {},
    identity: undefined,
    name: '',
    contact: '',
    photo: '',
  }
  return draft
}

/** A phone whose clock went back holds a draft from the future: it is as stale as an old one. */
export function isStale(draft: Pick<Draft, 'touchedAt'>, now: number): boolean {
  return Math.abs(now - draft.touchedAt) > DRAFT_LIFE_MS
}
