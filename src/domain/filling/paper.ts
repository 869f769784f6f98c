import { type Day, parseDay } from '../shared/day.ts'
import { type Fields, textField } from '../shared/json.ts'

/** A filling typed in from a grid that was filled in with a pen. */
export interface Paper {
  /** The day of the observation, written on the paper. */
  readonly on: Day
  /** The function of who held the pen, never a name; empty when the paper does not say. */
  readonly by: string
}

/**
 * Fields of a filling typed in from paper: `heldOn` is the day of the paper, for it is when the home was
 * looked at; `paperOn` and `paperBy` say it was not seen by who types, who stays the `author`.
 */
export function paperFields({ on, by }: Paper): Fields {
  return { heldOn: on, paperOn: on, paperBy: by }
}

/** Undefined for a filling made on a screen. */
export function readPaper(fields: Fields): Paper | undefined {
  const on = parseDay(textField(fields, 'paperOn'))
  return on && { on, by: textField(fields, 'paperBy') }
}
