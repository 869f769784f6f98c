/*
 * The only place where the data meets React. Hooks wrap, they do not decide: each one subscribes to
 * a store and returns what that store holds, stable until it changes.
 */
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { RecordType } from '#domain/record-types.ts'
import { type Day, dayAt } from '#domain/shared/day.ts'
import { type RecordId, recordId } from '#domain/shared/ids.ts'
import type { Json } from '#domain/shared/json.ts'
import type { BucketId } from '#domain/site/bucket.ts'
import type { Saved, Snapshot, SyncStatus, Workspace } from './workspace.ts'

/** Holds the workspace of the current profile: `<WorkspaceContext value={workspace}>`. */
export const WorkspaceContext = createContext<Workspace | undefined>(undefined)

/** How often a screen left open asks whether midnight has passed. */
const DAY_CHECK_MS = 30_000

/** The workspace of the current profile; throws outside `WorkspaceContext`, which is a bug. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext)
  if (!workspace) throw new Error('useWorkspace needs a WorkspaceContext above it')
  return workspace
}

/** Live records of a type, of one home when given; the same array until one of them changes. */
export function useRecords(type: RecordType, scope?: string): readonly Snapshot[] {
  const { replica } = useWorkspace()
  const read = useCallback(() => replica.list(type, scope), [replica, type, scope])
  return useSyncExternalStore(replica.subscribe, read)
}

export type RecordView =
  | { readonly kind: 'missing' }
  | { readonly kind: 'ready'; readonly snapshot: Snapshot }

/** One record. There is no « loading »: the replica is whole before the first screen is drawn. */
export function useRecord(id: RecordId | string): RecordView {
  const { replica } = useWorkspace()
  const read = useCallback(() => replica.get(recordId(id)), [replica, id])
  const snapshot = useSyncExternalStore(replica.subscribe, read)
  return snapshot ? { kind: 'ready', snapshot } : { kind: 'missing' }
}

/** Live records where something waits for a person; the same array until one of them changes. */
export function useDisputed(): readonly Snapshot[] {
  const { replica } = useWorkspace()
  return useSyncExternalStore(replica.subscribe, replica.disputed)
}

/** What waits, what was refused, how the last round went. */
export function useSyncStatus(): SyncStatus {
  const { sync } = useWorkspace()
  return useSyncExternalStore(sync.subscribe, sync.status)
}

/**
 * True when this person may write in this bucket, as the server last said; follows it on an open
 * screen, for the first exchange after enrolling ends once the screen is drawn.
 */
export function useMayWrite(bucket: BucketId): boolean {
  const { sync, mayWrite } = useWorkspace()
  return useSyncExternalStore(sync.subscribe, () => mayWrite(bucket))
}

/** The calendar day in the time zone of the dispositif; changes at midnight on an open screen. */
export function useToday(): Day {
  const workspace = useWorkspace()
  const read = useCallback(
    () => dayAt(workspace.now(), workspace.profile.dispositif.timeZone),
    [workspace],
  )
  return useSyncExternalStore(subscribeToTime, read)
}

/**
 * Words being typed: the value, a function that keeps another one, a function that forgets it.
 * Both return the promise of the disk, for `reportFailure`.
 */
export function useDraft(
  key: string,
): [Json | undefined, (value: Json) => Promise<Saved>, () => Promise<void>] {
  const { drafts } = useWorkspace()
  const read = useCallback(() => drafts.get(key), [drafts, key])
  const value = useSyncExternalStore(drafts.subscribe, read)
  const put = useCallback((next: Json) => drafts.put(key, next), [drafts, key])
  const drop = useCallback(() => drafts.drop(key), [drafts, key])
  return [value, put, drop]
}

function subscribeToTime(listener: () => void): () => void {
  const timer = setInterval(listener, DAY_CHECK_MS)
  return () => clearInterval(timer)
}
