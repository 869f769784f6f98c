import { addDays, type Day, day, daysBetween, monthOf } from '#domain/shared/day.ts'
import type { SiteId } from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'
import type { AuthoredWrite } from '../sync/authored-write.ts'
import type { ToldEvent } from './demo-events.ts'
import { ACOMATS, BEL_ETANG, DEMO_HOMES, MORNE_DORE, OFFICER, RAVINE_CLAIRE } from './demo-homes.ts'
import type { DemoTime } from './demo-time.ts'
import type { Dice } from './dice.ts'

/** Year before, from the homes' own registers: no record of the demonstration goes that far. */
const EVENTS_LAST_YEAR: ReadonlyMap<SiteId, number> = new Map([
  [ACOMATS, 41],
  [RAVINE_CLAIRE, 17],
  [BEL_ETANG, 22],
  [MORNE_DORE, 27],
])

/**
 * Monthly occupancy of twelve whole months, falls of those told, yearly events and projects. Falls are
 * counted on the events of the demonstration, so that the figure leads back to its records.
 */
export function demoIndicators(
  events: readonly ToldEvent[],
  dice: Dice,
  time: DemoTime,
): readonly AuthoredWrite[] {
  return DEMO_HOMES.flatMap(({ id: site, places }) => {
    const value = (fields: Fields, writtenOn: Day): AuthoredWrite => ({
      id: dice.id(),
      type: 'indicator-value',
      scope: site,
      person: OFFICER,
      at: time.instant(writtenOn, 9.25),
      fields,
    })
    const monthly = wholeMonths(time).flatMap(({ month, days, readOn, isTold }) => {
      const capacity = places * days
      const occupied = Math.round(capacity * (0.88 + dice.roll() * 0.1))
      const falls = events.filter(
        (event) =>
          event.site === site && event.family === 'fall' && monthOf(event.declaredOn) === month,
      ).length
      return [
        value(
          {
            indicator: 'i-25',
            period: month,
            numerator: occupied,
            denominator: capacity,
            target: 0.95,
            source: 'Logiciel de facturation',
          },
          readOn,
        ),
        ...(isTold
          ? [
              value(
                {
                  indicator: 'chutes-1000',
                  period: month,
                  numerator: falls,
                  denominator: occupied,
                  source: 'Événements déclarés',
                },
                readOn,
              ),
            ]
          : []),
      ]
    })
    const lastYear = String(Number(time.today.slice(0, 4)) - 1)
    const upToDate = Math.round(places * (0.72 + dice.roll() * 0.2))
    return [
      ...monthly,
      value(
        {
          indicator: 'i-22',
          period: lastYear,
          value: EVENTS_LAST_YEAR.get(site) ?? 0,
          source: 'Registre de l’établissement',
        },
        time.daysAgo(200),
      ),
      value(
        {
          indicator: 'i-23',
          period: time.today.slice(0, 4),
          numerator: upToDate,
          denominator: places,
          target: 1,
          source: 'Dossiers relus',
        },
        time.daysAgo(45),
      ),
    ]
  })
}

interface WholeMonth {
  readonly month: string
  readonly days: number
  readonly readOn: Day
  /** Every event of it is among those told. */
  readonly isTold: boolean
}

/** The last twelve whole months, with the day their figures are read. */
function wholeMonths(time: DemoTime): readonly WholeMonth[] {
  const first = time.daysAgo(364)
  const found: WholeMonth[] = []
  let next = day(`${monthOf(time.today)}-01`)
  for (;;) {
    const month = monthOf(addDays(next, -1))
    const start = day(`${month}-01`)
    if (found.length === 12) return found.toReversed()
    const readOn = addDays(next, 4)
    found.push({
      month,
      days: daysBetween(start, next),
      readOn: readOn < time.today ? readOn : time.today,
      isTold: start >= first,
    })
    next = start
  }
}
