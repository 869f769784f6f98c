import { addDays, type Day, day } from './day.ts'

/*
 * Legal holidays in France (code du travail, L.3133-1), with the day of the abolition of slavery of
 * each overseas department (L.3422-2 and loi 83-550), chosen by the time zone of the dispositif. The
 * days of Alsace-Moselle and the customary days of the Antilles (Vendredi saint, Mi-carême, 21
 * juillet) are not legal everywhere and are left out. To verify.
 */
const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']

const OVERSEAS: Readonly<Record<string, string>> = {
  'America/Guadeloupe': '05-27',
  'America/Martinique': '05-22',
  'America/Cayenne': '06-10',
  'America/Marigot': '05-28',
  'America/St_Barthelemy': '10-09',
  'Indian/Reunion': '12-20',
  'Indian/Mayotte': '04-27',
}

/** Whole days after Easter Sunday: Monday, Ascension, Whit Monday. */
const AFTER_EASTER = [1, 39, 50]

/** True on a legal holiday of the place whose clocks follow `timeZone`. */
export function isPublicHoliday(on: Day, timeZone: string): boolean {
  const date = on.slice(5)
  if (FIXED.includes(date) || OVERSEAS[timeZone] === date) return true
  const easter = easterSunday(Number(on.slice(0, 4)))
  return AFTER_EASTER.some((days) => addDays(easter, days) === on)
}

export function isSunday(on: Day): boolean {
  return new Date(Date.parse(on)).getUTCDay() === 0
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function easterSunday(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  const two = (value: number) => String(value).padStart(2, '0')
  return day(`${year}-${two(Math.floor(n / 31))}-${two((n % 31) + 1)}`)
}
