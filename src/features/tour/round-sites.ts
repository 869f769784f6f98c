import { gravityOf, isOpenEvent } from '#domain/adverse-event/adverse-event.ts'
import type { FormShelf } from '#domain/grid/form-shelf.ts'
import type { Day } from '#domain/shared/day.ts'
import type { RoundSite } from '#reports/round-summary.ts'
import type { HomeView } from './home-view.ts'

/** The homes cut to a period, both days included, as the summary of a round reads them. */
export function roundSites(
  homes: readonly HomeView[],
  forms: FormShelf,
  from: Day,
  to: Day,
): readonly RoundSite[] {
  const within = (on: Day | undefined) => on !== undefined && on >= from && on <= to
  return homes.map(({ site, visits, fillings, events, actions }) => {
    const open = events.filter(({ status }) => isOpenEvent(status))
    // The officer reads no event of a home that does not share them: unknown, which is not zero.
    const unknown = !site.sharesEvents && events.length === 0
    return {
      site,
      visits: visits.filter(({ day }) => within(day)),
      fillings: fillings.flatMap(({ filling }) => {
        const form = forms.find(filling)
        return form && within(filling.heldOn) ? [{ form, filling }] : []
      }),
      ...(!unknown && {
        events: { open: open.length, grave: open.filter((event) => gravityOf(event) >= 4).length },
      }),
      actions,
    }
  })
}
