import { expect, it } from 'vitest'
import type { LocalStore } from '#data/local-state.ts'
import { StaleError } from '#data/stale-error.ts'
import { expectTurn, inTurn } from '#data/sync/turn.ts'
import { buildLocalState } from '#tests/builders/build-sync.ts'

function storeAt(rev: number): LocalStore {
  const state = buildLocalState()
  state.sync = { ...state.sync, rev }
  return { state, exclusive: (unit: () => Promise<unknown>) => unit() } as unknown as LocalStore
}

it('an answer is kept in its turn, and the turn follows what it left', async () => {
  const store = storeAt(3)
  const turn = { rev: 3 }
  await inTurn(store, turn, async () => {
    store.state.sync = { ...store.state.sync, rev: 4 }
  })
  expect(turn.rev).toBe(4)
  expect(() => expectTurn(store, turn)).not.toThrow()
})

it('an answer older than what another tab kept is not read, and nothing of it is kept', async () => {
  const store = storeAt(4)
  let isKept = false
  const late = inTurn(store, { rev: 3 }, async () => {
    isKept = true
  })
  await expect(late).rejects.toBeInstanceOf(StaleError)
  expect(() => expectTurn(store, { rev: 5 })).toThrow(StaleError)
  expect(isKept).toBe(false)
})
