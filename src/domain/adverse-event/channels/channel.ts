import type { Expr } from '../../form/expr.ts'
import type { Text } from '../../shared/text.ts'
import type { ReadingId } from './readings.ts'

/*
 * The shape of the router's table (`channel-table.ts`): who must be told of an event, in which case,
 * how fast, and what proves it was done. It is data, so that a jurist reads it as a page and a change
 * of law is a change of row.
 */

/** How sure a row is. « À vérifier » is shown beside it, on screen and on paper. */
export type Mark = 'sourced' | 'to-verify'

/** From when a delay runs: the home knew, or the proof of an earlier step. */
export type ClockStart = 'known' | { readonly step: string }

export type Delay =
  /** « Sans délai »: it is due as soon as it is known. */
  | { readonly kind: 'at-once' }
  /** Hours that pass, of an instant to an instant; the reading may stop the clock or round it. */
  | { readonly kind: 'hours'; readonly hours: number; readonly from: ClockStart }
  /** Months of the calendar: it ends with the day that bears the same number. */
  | { readonly kind: 'months'; readonly months: number; readonly from: ClockStart }
  /** Our sources give no figure: a duty without a clock. */
  | { readonly kind: 'unset' }

export interface ChannelStep {
  /** Stable within the channel; proofs are kept below it. */
  readonly code: string
  readonly title: Text
  readonly delay: Delay
  /** What shows later that it was sent. */
  readonly proof: Text
  readonly mark: Mark
  /** Where two readings are met, the one that applies is a setting of the dispositif. */
  readonly reading?: ReadingId
  /** Nothing more to send when that step was already done in writing. */
  readonly notNeededAfterWritten?: string
}

export interface Channel {
  readonly code: string
  readonly title: Text
  /** Who must be told. */
  readonly authority: Text
  /** In which case, in words; `applies` says the same to the machine. */
  readonly when: Text
  /** On the answers to the routing questions (`routing-questions.ts`). */
  readonly applies: Expr
  /** Article or text, then where our sources have it from. */
  readonly law: string
  readonly mark: Mark
  readonly steps: readonly ChannelStep[]
  /** Who else, what else: without a clock of its own. */
  readonly note?: Text
}
