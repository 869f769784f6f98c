const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/

/** What a text says as an hour of the wall, `07:45`; undefined otherwise. */
export function parseClock(text: string): string | undefined {
  return CLOCK.test(text) ? text : undefined
}
