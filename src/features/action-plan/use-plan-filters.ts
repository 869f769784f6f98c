import { useSearchParams } from 'react-router'
import type { Action } from '#domain/action-plan/action.ts'

/** Names in the address bar, in the reader's words: a filtered plan can be sent as a link. */
const PARAMETERS = {
  site: 'etablissement',
  source: 'source',
  pilot: 'pilote',
  status: 'avancement',
} as const
export type PlanFilter = keyof typeof PARAMETERS

export interface PlanFilters {
  readonly values: Readonly<Record<PlanFilter, string>>
  readonly isFiltered: boolean
  set(filter: PlanFilter, value: string): void
  clear(): void
  keeps(action: Action): boolean
}

export function usePlanFilters(): PlanFilters {
  const [search, setSearch] = useSearchParams()
  const values = {
    site: search.get(PARAMETERS.site) ?? '',
    source: search.get(PARAMETERS.source) ?? '',
    pilot: search.get(PARAMETERS.pilot) ?? '',
    status: search.get(PARAMETERS.status) ?? '',
  }
  return {
    values,
    isFiltered: Object.values(values).some((value) => value !== ''),
    set(filter, value) {
      setSearch(
        (before) => {
          const next = new URLSearchParams(before)
          if (value === '') next.delete(PARAMETERS[filter])
          else next.set(PARAMETERS[filter], value)
          return next
        },
        { replace: true },
      )
    },
    clear() {
      setSearch({}, { replace: true })
    },
    keeps(action) {
      return (
        (values.site === '' || values.site === action.site) &&
        (values.source === '' || values.source === action.source) &&
        (values.pilot === '' || values.pilot === action.pilot) &&
        (values.status === '' || values.status === action.status)
      )
    },
  }
}
