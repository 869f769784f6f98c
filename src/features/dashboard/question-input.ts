import type { Day } from '#domain/shared/day.ts'
import type { Figures } from './use-figures.ts'

/** What each question of the dashboard is given. */
export interface QuestionInput {
  readonly figures: Figures
  readonly today: Day
  /** Its place in the page. */
  readonly number: number
}
