import { useMemo } from 'react'
import { useRecord, useRecords, useWorkspace } from '#data/stores-context.ts'
import { useFormShelf } from '#data/use-form-shelf.ts'
import type { Snapshot } from '#data/workspace.ts'
import { type Action, readAction } from '#domain/action-plan/action.ts'
import { type Protocol, readNaReasons, readProtocol } from '#domain/epp/protocol.ts'
import { type Filling, readFilling } from '#domain/filling/filling.ts'
import { previousRound } from '#domain/filling/rounds.ts'
import type { Form } from '#domain/form/form.ts'
import { type Fields, numberField } from '#domain/shared/json.ts'
import { readSite, type Site } from '#domain/site/site.ts'

/** Files read in a round when nothing else was chosen. */
export const USUAL_FILES = 10

export interface Round {
  readonly filling: Filling
  readonly files: number
  readonly protocol: Protocol
  /** Why a criterion is so often « non applicable », by criterion. */
  readonly naReasons: ReadonlyMap<string, string>
}

/** What stands beside the answers; the same object until one of these changes. */
export interface EppSetting {
  readonly form: Form
  readonly site: Site
  readonly previous: Round | undefined
  readonly actions: readonly Action[]
}

export interface EppContext extends EppSetting {
  readonly snapshot: Snapshot
}

export type EppView =
  | { readonly kind: 'missing' | 'unknown-form' }
  | ({ readonly kind: 'ready' } & EppContext)

/** A round with what stands beside it; live. */
export function useEpp(id: string): EppView {
  const view = useRecord(id)
  const snapshot = view.kind === 'ready' && view.snapshot.type === 'epp' ? view.snapshot : undefined
  const scope = snapshot?.scope ?? ''
  const siteView = useRecord(scope)
  const rounds = useRounds(scope)
  const actionRecords = useRecords('action', scope)
  const actions = useMemo(
    () => actionRecords.map((record) => readAction(record.id, record.scope, record.fields)),
    [actionRecords],
  )
  const siteFields = siteView.kind === 'ready' ? siteView.snapshot.fields : NO_FIELDS
  const site = useMemo(() => readSite(scope, siteFields), [scope, siteFields])
  const forms = useFormShelf()
  if (!snapshot) return { kind: 'missing' }
  const { filling } = roundOf(snapshot)
  const form = forms.find(filling)
  if (!form) return { kind: 'unknown-form' }
  const before = previousRound(
    rounds.map((round) => round.filling),
    filling,
  )
  return {
    kind: 'ready',
    snapshot,
    form,
    site,
    previous: rounds.find((round) => round.filling.id === before?.id),
    actions,
  }
}

const NO_FIELDS = {}

/** How many files a round reads. */
export function filesOf(fields: Fields): number {
  return numberField(fields, 'files') ?? USUAL_FILES
}

/** Read once for each content: at a tap one round of the home changes, the others were read. */
export function roundOf(record: Snapshot): Round {
  const known = readings.get(record)
  if (known) return known
  const { id, scope, fields } = record
  const round = {
    filling: readFilling(id, scope, fields),
    files: filesOf(fields),
    protocol: readProtocol(fields),
    naReasons: readNaReasons(fields),
  }
  readings.set(record, round)
  return round
}

const readings = new WeakMap<Snapshot, Round>()

/** Rounds on this device, of one home when given. */
export function useRounds(scope?: string): readonly Round[] {
  const records = useRecords('epp', scope)
  return useMemo(() => records.map(roundOf), [records])
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
