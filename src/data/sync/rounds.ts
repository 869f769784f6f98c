import { askCarryKey, deliverCarried } from '../bundle/deliver-carried.ts'
import { type BetweenParts, createBetweenRounds } from './between-rounds.ts'
import { createHousekeeping } from './housekeeping.ts'
import { type RoundEnd, type RoundParts, runRound } from './round.ts'

export interface Rounds {
  /** One round and what goes with it; under the lock of rounds. As `runRound`, it throws for the disk alone. */
  run(parts: RoundParts): Promise<RoundEnd>
  /** What a tab does until the next one: to call where a round ended, whatever its end. Nobody waits for it. */
  begin(end: RoundEnd): void
  /** To call before the next, and when the store closes. */
  end(): void
}

/** The rounds of one tab, and what is done between them; `lock` is what keeps other tabs out. */
export function createRounds(parts: BetweenParts & { readonly lock: string }): Rounds {
  const between = createBetweenRounds(parts)
  const house = createHousekeeping(parts)
  return {
    async run(round) {
      const ended = await runRound(round)
      await askCarryKey(round)
      // Whatever became of our own: a photo that does not pass must not hold a colleague's work.
      await deliverCarried(round)
      if (ended.kind === 'done') await house.tidy()
      return ended
    },
    begin(end) {
      if (end.kind === 'done') house.compactLater()
      between.begin(end)
    },
    end: between.end,
  }
}
