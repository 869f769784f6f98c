import type { LocalState } from '#data/local-state.ts'
import { createReplica } from '#data/replica.ts'
import { FIRST_SYNC, type KeptOp, type PhotoNote, type SyncMeta } from '#data/stored-shapes.ts'
import { type DeviceId, deviceId } from '#domain/shared/ids.ts'
import type { SyncHead } from '#protocol/sync.ts'

export const DEVICE: DeviceId = deviceId('d1')

/** The first frame of an answer that brings nothing. */
export function buildHead(over: Partial<SyncHead> = {}): SyncHead {
  return {
    epoch: 'e1',
    serverTime: 0,
    push: { last: 0, outcomes: [] },
    tag: 'rights',
    news: {},
    wanted: [],
    ...over,
  }
}

export function buildSyncMeta(over: Partial<SyncMeta> = {}): SyncMeta {
  return { ...FIRST_SYNC, ...over }
}

/** What a tab knows of a disk that holds these operations and photos. */
export function buildLocalState({
  ops = [],
  sync = {},
  declared = Math.max(0, ...ops.map(({ n }) => n)),
  photos = {},
  lostPhotos = [],
}: {
  ops?: readonly KeptOp[]
  sync?: Partial<SyncMeta>
  declared?: number
  photos?: Readonly<Record<string, PhotoNote>>
  lostPhotos?: readonly string[]
} = {}): LocalState {
  return {
    replica: createReplica(),
    ops: new Map(ops.map((kept) => [kept.n, kept])),
    photos: new Map(Object.entries(photos)),
    pageNos: new Map(),
    pageRows: new Map(),
    identity: { rev: 1, value: { device: DEVICE, token: 'token', formers: [] } },
    author: { rev: 1, value: { declared, hlc: undefined } },
    sync: { rev: 1, value: buildSyncMeta(sync) },
    lostPhotos,
    contactKeptAt: 0,
    carry: undefined,
    onChange: () => {},
  }
}
