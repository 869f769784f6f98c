const MS_PER_DAY = 86_400_000
/** Excel counts from 1900 with a 29 February that never was: day 60 and after are one too many. */
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
const LAST = 2_958_465

/** A date of a sheet as a text: `2026-03-11`, `2026-03-11T14:30`, or `14:30` when there is no day. */
export function serialToText(serial: number, startsIn1904: boolean): string {
  if (serial < 0 || serial > LAST) return String(serial)
  const epoch = startsIn1904 ? EPOCH_1904 : EPOCH_1900
  const minutes = Math.round((serial % 1) * 1440)
  const at = new Date(epoch + Math.floor(serial) * MS_PER_DAY + minutes * 60_000).toISOString()
  if (serial < 1) return at.slice(11, 16)
  return minutes === 0 ? at.slice(0, 10) : at.slice(0, 16)
}
