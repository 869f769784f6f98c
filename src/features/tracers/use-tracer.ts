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

/** What stands beside the answers; the same object until one of these changes. */
export interface TracerSetting {
  readonly form: Form
  readonly site: Site
  readonly actions: readonly Action[]
}

export interface TracerContext extends TracerSetting {
  readonly snapshot: Snapshot
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
  const siteFields = siteView.kind === 'ready' ? siteView.snapshot.fields : NO_FIELDS
  const site = useMemo(() => readSite(scope, siteFields), [scope, siteFields])
  const forms = useFormShelf()
  if (!snapshot) return { kind: 'missing' }
  const form = forms.find(readFilling(snapshot.id, scope, snapshot.fields))
  if (!form) return { kind: 'unknown-form' }
  return { kind: 'ready', snapshot, form, site, actions }
}

const NO_FIELDS = {}

export interface Tracer {
  readonly filling: Filling
  readonly consent: Consent
}

export function useTracers(): readonly Tracer[] {
  const records = useRecords('tracer')
  return useMemo(() => records.map(tracerOf), [records])
}

/** Read once for each content: at a tap one tracer changes, the others were read. */
function tracerOf(record: Snapshot): Tracer {
  const known = readings.get(record)
  if (known) return known
  const { id, scope, fields } = record
  const tracer = { filling: readFilling(id, scope, fields), consent: readConsent(fields) }
  readings.set(record, tracer)
  return tracer
}

const readings = new WeakMap<Snapshot, Tracer>()

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
