/** A clock that moves when a test says so, and by a millisecond at each reading. */
export interface FakeClock {
  now(): number
  advance(ms: number): void
  set(epochMs: number): void
}

/** Tuesday 24 November 2026, 9:00 in Guadeloupe, unless told. */
export function createFakeClock(start = Date.parse('2026-11-24T13:00:00Z')): FakeClock {
  let at = start
  return {
    now: () => at++,
    advance(ms) {
      at += ms
    },
    set(epochMs) {
      at = epochMs
    },
  }
}
