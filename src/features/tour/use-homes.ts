import { useMemo } from 'react'
import { useRecords, useWorkspace } from '#data/stores-context.ts'
import { buildHomes, type HomeView } from './home-view.ts'

/** The homes of this person, each with its records. */
export function useHomes(): readonly HomeView[] {
  const { profile } = useWorkspace()
  const sites = useRecords('site')
  const audits = useRecords('audit')
  const epps = useRecords('epp')
  const tracers = useRecords('tracer')
  const actions = useRecords('action')
  const events = useRecords('adverse-event')
  const visits = useRecords('visit')
  return useMemo(
    () => buildHomes({ sites, audits, epps, tracers, actions, events, visits }, profile.sites),
    [sites, audits, epps, tracers, actions, events, visits, profile],
  )
}
