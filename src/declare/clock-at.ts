/** The hour shown by a clock on the wall of `timeZone`, as a form keeps it: `21:40`. */
export function clockAt(epochMs: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' }).format(epochMs)
}
