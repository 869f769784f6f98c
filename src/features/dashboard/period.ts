import { addDays, type Day } from '#domain/shared/day.ts'

export interface Period {
  readonly from: Day
  readonly to: Day
}

/** The twelve months that end today: one period for the whole page, so that figures may be compared. */
export function lastYear(today: Day): Period {
  return { from: addDays(today, -364), to: today }
}
