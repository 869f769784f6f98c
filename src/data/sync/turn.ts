import type { LocalStore } from '../local-state.ts'
import { StaleError } from '../stale-error.ts'

/** Where the store stood when the server was asked: an answer is read against that, or not at all. */
export interface Turn {
  rev: number
}

/**
 * Throws `StaleError` when another tab was answered since this one asked: its older answer, read
 * against what the other kept, would look like a server put back to an older day.
 */
export function expectTurn({ state }: LocalStore, { rev }: Turn): void {
  if (state.sync.rev !== rev) throw new StaleError('Answered to another tab')
}

/** Runs a unit in its turn, alone in this tab, and remembers where it left the store. */
export function inTurn(store: LocalStore, turn: Turn, unit: () => Promise<void>): Promise<void> {
  return store.exclusive(async () => {
    expectTurn(store, turn)
    await unit()
    turn.rev = store.state.sync.rev
  })
}
