import { useMemo } from 'react'
import { useRecord, useRecords, useWorkspace } from '#data/stores-context.ts'
import { useFormShelf } from '#data/use-form-shelf.ts'
import type { Snapshot } from '#data/workspace.ts'
import { type Action, readAction } from '#domain/action-plan/action.ts'
import { type Filling, readFilling } from '#domain/filling/filling.ts'
import { previousRound } from '#domain/filling/rounds.ts'
import type { Form } from '#domain/form/form.ts'
import { readSite, type Site } from '#domain/site/site.ts'
import type { AnswerPort } from '#ui/form/use-answers.ts'

/** What stands beside the answers; the same object until one of these changes. */
export interface AuditSetting {
  readonly form: Form
  readonly site: Site
  readonly previous: Filling | undefined
  /** Every action of the home: those of this audit and those of the round before. */
  readonly actions: readonly Action[]
  /** Fields where two people's answers wait to be settled. */
  readonly disputed: ReadonlySet<string>
}

export interface AuditContext extends AuditSetting {
  readonly snapshot: Snapshot
}

export type AuditView =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unknown-form' }
  | ({ readonly kind: 'ready' } & AuditContext)

/** An audit with what stands beside it; live. */
export function useAudit(id: string): AuditView {
  const view = useRecord(id)
  const snapshot =
    view.kind === 'ready' && view.snapshot.type === 'audit' ? view.snapshot : undefined
  const scope = snapshot?.scope ?? ''
  const siteView = useRecord(scope)
  const fillings = useFillings(scope)
  const actionRecords = useRecords('action', scope)
  const actions = useMemo(
    () => actionRecords.map((record) => readAction(record.id, record.scope, record.fields)),
    [actionRecords],
  )
  const siteFields = siteView.kind === 'ready' ? siteView.snapshot.fields : NO_FIELDS
  const site = useMemo(() => readSite(scope, siteFields), [scope, siteFields])
  const disputedNames = (snapshot?.disputed ?? []).join('\n')
  const disputed = useMemo(() => new Set(disputedNames.split('\n')), [disputedNames])
  const forms = useFormShelf()
  if (!snapshot) return { kind: 'missing' }
  const filling = fillingOf(snapshot)
  const form = forms.find(filling)
  if (!form) return { kind: 'unknown-form' }
  const previous = previousRound(fillings, filling)
  return { kind: 'ready', snapshot, form, site, previous, actions, disputed }
}

const NO_FIELDS = {}

/** Audits on this device, of one home when given. */
export function useFillings(scope?: string): readonly Filling[] {
  const records = useRecords('audit', scope)
  return useMemo(() => records.map(fillingOf), [records])
}

/** Read once for each content: at a tap one filling of the home changes, the others were read. */
function fillingOf(record: Snapshot): Filling {
  const known = readings.get(record)
  if (known) return known
  const filling = readFilling(record.id, record.scope, record.fields)
  readings.set(record, filling)
  return filling
}

const readings = new WeakMap<Snapshot, Filling>()

/** Homes on this device, by id. */
export function useSites(): ReadonlyMap<string, Site> {
  const records = useRecords('site')
  return useMemo(
    () => new Map(records.map((record) => [record.id, readSite(record.id, record.fields)])),
    [records],
  )
}

/** Where the answers of this record go. */
export function useAnswerPort({ id }: Snapshot): AnswerPort {
  const { replica, writer } = useWorkspace()
  return useMemo(
    () => ({
      read: () => replica.get(id)?.fields ?? {},
      write: (fields) => writer.set(id, fields),
    }),
    [replica, writer, id],
  )
}
