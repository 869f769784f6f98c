import { useWorkspace } from '#data/stores-context.ts'
import type { Day } from '#domain/shared/day.ts'
import type { Fields } from '#domain/shared/json.ts'
import { visitOn } from './due-here.ts'
import type { HomeView } from './home-view.ts'

/** Writes on the visit of the day; a visit nobody had planned is made at its first word. */
export function useVisitWriter(home: HomeView, today: Day): (fields: Fields) => Promise<unknown> {
  const { writer } = useWorkspace()
  const visit = visitOn(home, today)
  return (fields) =>
    visit
      ? writer.set(visit.id, fields)
      : writer.create('visit', home.site.id, {
          day: today,
          startsAt: '',
          days: 1,
          status: 'planned',
          ...fields,
        })
}
