import type { FigureRow } from '#domain/figures/summarise-figures.ts'
import type { SiteId } from '#domain/shared/ids.ts'
import { numberField, textField } from '#domain/shared/json.ts'
import { SMALL_N } from './small-n.ts'

export interface Round {
  readonly site: SiteId
  readonly round: number
  readonly heldOn: string
  readonly won: number
  readonly outOf: number
}

/** The rounds of one form, the last of each home with the one before. */
export interface FormRounds {
  readonly kind: 'audit' | 'epp'
  readonly form: string
  readonly formVersion: number
  readonly homes: readonly { readonly last: Round; readonly before: Round | undefined }[]
}

/** Closed audits and EPP, by form; traceurs have no rate and stay out. */
export function roundsByForm(rows: readonly FigureRow[]): readonly FormRounds[] {
  const closed = rows.filter(
    ({ type, fields }) =>
      type === 'filling-figure' &&
      fields.status === 'closed' &&
      fields.kind !== 'tracer' &&
      textField(fields, 'form') !== '',
  )
  const forms = new Set(closed.map(({ fields }) => textField(fields, 'form')))
  const homes = new Set(closed.map(({ site }) => site))
  return [...forms].map((form) => {
    const figures = closed.filter(({ fields }) => fields.form === form)
    return {
      kind: figures[0]?.fields.kind === 'epp' ? 'epp' : 'audit',
      form,
      formVersion: Math.max(
        ...figures.map(({ fields }) => numberField(fields, 'formVersion') ?? 1),
      ),
      homes: [...homes].flatMap((home) => {
        const here = figures.filter(({ site }) => site === home)
        const [last, before] = here.map(readRound).sort(latestFirst)
        return last ? [{ last, before }] : []
      }),
    }
  })
}

/** Two rounds of one form at one home, as rates of 0 to 1 that may be read one after the other. */
export interface Change {
  readonly site: SiteId
  readonly before: number
  readonly after: number
}

/**
 * What changed since the round before; undefined for a home that had one round, or too few answers.
 * Nothing is said of chance here: a round pools its cells, and those of one file are alike
 * (R-EPP-1). Each criterion has its interval in the EPP itself.
 */
export function changeOf({ last, before }: FormRounds['homes'][number]): Change | undefined {
  if (!before || before.outOf < SMALL_N || last.outOf < SMALL_N) return undefined
  return { site: last.site, before: before.won / before.outOf, after: last.won / last.outOf }
}

function readRound({ site, fields }: FigureRow): Round {
  return {
    site,
    round: numberField(fields, 'round') ?? 1,
    heldOn: textField(fields, 'heldOn'),
    won: numberField(fields, 'won') ?? 0,
    outOf: numberField(fields, 'outOf') ?? 0,
  }
}

function latestFirst(a: Round, b: Round): number {
  return b.heldOn.localeCompare(a.heldOn) || b.round - a.round
}
