import { useMemo } from 'react'
import { useRecords, useWorkspace } from '#data/stores-context.ts'
import { type Action, readAction } from '#domain/action-plan/action.ts'
import { readSite, type Site } from '#domain/site/site.ts'

export interface Plan {
  readonly actions: readonly Action[]
  /** Actions with something not yet sent, or with two values to settle. */
  readonly unsent: ReadonlySet<string>
  readonly disputed: ReadonlySet<string>
  readonly sites: readonly Site[]
  readonly siteNames: ReadonlyMap<string, string>
}

/** Every action this device may read, with the person's homes in alphabetical order. */
export function usePlan(): Plan {
  const { profile } = useWorkspace()
  const records = useRecords('action')
  const siteRecords = useRecords('site')
  return useMemo(() => {
    const sites = siteRecords
      .map(({ id, fields }) => readSite(id, fields))
      .filter(({ id }) => profile.sites.includes(id))
      .sort((a, b) => a.name.localeCompare(b.name, 'fr'))
    return {
      actions: records.map(({ id, scope, fields }) => readAction(id, scope, fields)),
      unsent: new Set(records.filter((record) => record.unsent).map(({ id }) => id)),
      disputed: new Set(records.filter((record) => record.disputed.length > 0).map(({ id }) => id)),
      sites,
      siteNames: new Map(sites.map(({ id, name }) => [id, name])),
    }
  }, [records, siteRecords, profile])
}
