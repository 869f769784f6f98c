/* All that a round needs, in one file to load: the first screen has it asked for later (`sync.ts`). */
export { forgetNotes } from './change-place.ts'
export { createRounds } from './rounds.ts'
