import { type RecordId, recordId } from '#domain/shared/ids.ts'

/** Chance that falls the same way each time: the demonstration is the same on every machine. */
export interface Dice {
  /** 0 included to 1 excluded. */
  roll(): number
  /** A whole number, both ends included. */
  between(low: number, high: number): number
  pick<T>(items: readonly T[]): T
  /** True with this probability, 0 to 1. */
  chance(probability: number): boolean
  /** An identity shaped as a random UUID. */
  id(): RecordId
}

/** Mulberry32: 32 bits of state are plenty for a few thousand rolls, and six lines are easy to trust. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (low: number, high: number) => low + Math.floor(roll() * (high - low + 1))
  const hex = (length: number) => Array.from({ length }, () => between(0, 15).toString(16)).join('')
  return {
    roll,
    between,
    pick: (items) => {
      const item = items[between(0, items.length - 1)]
      if (item === undefined) throw new Error('Nothing to pick from')
      return item
    },
    chance: (probability) => roll() < probability,
    id: () => recordId(`${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`),
  }
}
