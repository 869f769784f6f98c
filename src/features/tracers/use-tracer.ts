import { useMemo } from 'react'
import { useRecord, useRecords, useWorkspace } from '#data/stores-context.ts'
import { useFormShelf } from '#data/use-form-shelf.ts'
import type { Snapshot } from '#data/workspace.ts'
import { type Action, readAction } from '#domain/action-plan/action.ts'
import { type Filling, readFilling } from '#domain/filling/filling.ts'
import type { Form } from '#domain/form/form.ts'
import type { Fields } from '#domain/shared/json.ts'
import { readSite, type Site } from '#domain/site/site.ts'
import { type Consent, readConsent } from '#domain/tracer/consent.ts'

export interface TracerContext {
  readonly snapshot: Snapshot
  readonly form: Form
  readonly site: Site
  readonly actions: readonly Action[]
}

export type TracerView =
  | { readonly kind: 'missing' | 'unknown-form' }
  | ({ readonly kind: 'ready' } & TracerContext)

/** A tracer with what stands beside it; live. */
export function useTracer(id: string): TracerView {
  const view = useRecord(id)
  const snapshot =
    view.kind === 'ready' && view.snapshot.type === 'tracer' ? view.snapshot : undefined
  const scope = snapshot?.scope ?? ''
  const siteView = useRecord(scope)
  const actionRecords = useRecords('action', scope)
  const actions = useMemo(
    () => actionRecords.map((record) => readAction(record.id, record.scope, record.fields)),
    [actionRecords],
  )
  const forms = useFormShelf()
  if (!snapshot) return { kind: 'missing' }
  const form = forms.find(readFilling(snapshot.id, scope, snapshot.fields))
  if (!form) return { kind: 'unknown-form' }
  const site = readSite(scope, siteView.kind === 'ready' ? siteView.snapshot.fields : {})
  return { kind: 'ready', snapshot, form, site, actions }
}

export interface Tracer {
  readonly filling: Filling
  readonly consent: Consent
}

export function useTracers(): readonly Tracer[] {
  const records = useRecords('tracer')
  return useMemo(
    () =>
      records.map(({ id, scope, fields }) => ({
        filling: readFilling(id, scope, fields),
        consent: readConsent(fields),
      })),
    [records],
  )
}

export function useSites(): ReadonlyMap<string, Site> {
  const records = useRecords('site')
  return useMemo(
    () => new Map(records.map((record) => [record.id, readSite(record.id, record.fields)])),
    [records],
  )
}

export function useAnswerPort({ id }: Snapshot) {
  const { replica, writer } = useWorkspace()
  return useMemo(
    () => ({
      read: () => replica.get(id)?.fields ?? {},
      write: (fields: Fields) => writer.set(id, fields),
    }),
    [replica, writer, id],
  )
}
