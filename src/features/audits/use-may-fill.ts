import { useWorkspace } from '#data/stores-context.ts'
import { fillableSites } from '#domain/filling/fillable-sites.ts'
import type { SiteId } from '#domain/shared/ids.ts'

/** Homes where the person of this device may fill in, and the question asked of one home. */
export function useFillableSites(): readonly SiteId[] {
  const { profile } = useWorkspace()
  const { device, person, dispositif, sites } = profile
  return fillableSites({ role: person.role, device, dispositif: dispositif.id, sites })
}

export function useMayFill(): (site: SiteId) => boolean {
  const sites = useFillableSites()
  return (site) => sites.includes(site)
}
