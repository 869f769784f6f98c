import type { Envelope } from '#protocol/intake.ts'
import { type Bytes, FILE_LIMITS, readSealedFile } from '#protocol/sealed-file.ts'
import type { Env } from '../env.ts'
import type { LocalStore } from '../local-state.ts'
import type { Profile, Sync } from '../workspace.ts'
import { type CarriedItem, keepCarried, readCarried } from './carried-rows.ts'
import { exportWork } from './export-work.ts'
import type { Carried, Handover, HandoverFile, ImportOptions, ImportOutcome } from './handover.ts'
import { takeReceipt } from './take-receipt.ts'

export interface HandoverParts {
  readonly store: LocalStore
  readonly profile: Profile
  readonly env: Pick<Env, 'now'>
  readonly sync: Pick<Sync, 'subscribe' | 'status'>
  /** Something to deliver, or an answer taken: rounds and other tabs want to know. */
  readonly onKept: () => void
}

/** Opens the rendez-vous of a profile; a disk that refuses leaves the export, which reads memory. */
export async function openHandover(parts: HandoverParts): Promise<Handover> {
  const { store, profile, env, sync, onKept } = parts
  const listeners = new Set<() => void>()
  let items: readonly CarriedItem[] = []
  let shown: readonly Carried[] = []
  let wasRunning = false

  async function reload(): Promise<void> {
    items = await readCarried(store)
    shown = items.map(toCarried)
    for (const listener of [...listeners]) listener()
  }

  async function keep(item: CarriedItem): Promise<void> {
    await keepCarried(store, item)
    await reload()
    onKept()
  }

  async function importFile(
    bytes: Bytes,
    { ownToo = false }: ImportOptions = {},
  ): Promise<ImportOutcome> {
    if (bytes.length > FILE_LIMITS.bytes) return { kind: 'fault', fault: 'too-large' }
    const read = await readSealedFile(bytes)
    if (!read.ok) return { kind: 'fault', fault: read.error }
    const file = read.value
    if (file.header.dispositif !== profile.dispositif.id) return { kind: 'other-dispositif' }
    const isOurs = file.header.device === store.state.identity.value.device
    if (file.kind === 'receipt') {
      if (!isOurs) return { kind: 'not-for-us' }
      const outcome = await takeReceipt(store, file, env.now())
      onKept()
      return outcome
    }
    if (isOurs && !ownToo) return { kind: 'own-work' }
    const { header } = file
    await reload()
    if (items.some(({ id }) => id === header.id)) return { kind: 'already-carried' }
    await keep({ id: header.id, value: { kind: 'bundle', header, state: 'waiting' }, bytes })
    return { kind: 'carried', operations: header.operations, photos: header.photos }
  }

  async function receiptFile(id: string): Promise<HandoverFile | undefined> {
    await reload()
    const item = items.find((each) => each.id === id)
    if (item?.value.kind !== 'bundle' || item.value.state !== 'receipt') return undefined
    const { operations, photos } = item.value.header
    const day = new Date(env.now()).toISOString().slice(0, 10)
    return { name: `escale-recu-${day}.escale`, bytes: item.bytes, operations, photos }
  }

  async function keepEnvelope(token: string, envelope: Envelope): Promise<'kept' | 'already'> {
    const { id } = envelope
    await reload()
    if (items.some((item) => item.id === id)) return 'already'
    const value = { kind: 'envelope', token, envelope, state: 'waiting' } as const
    await keep({ id, value, bytes: new Uint8Array() })
    return 'kept'
  }

  // A round delivers: what it changed is read when it ends.
  const unsubscribe = sync.subscribe(() => {
    const isRunning = sync.status().round.kind === 'running'
    const justEnded = wasRunning && !isRunning
    wasRunning = isRunning
    if (justEnded) reload().catch(() => undefined) // the next end of a round reads it
  })
  // Nothing carried can be shown then; what is pending here can still leave.
  await reload().catch(() => undefined)

  return {
    exportWork: (asked) => exportWork(store, profile, env, asked),
    importFile,
    carried: () => shown,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    receiptFile,
    async forget(id) {
      await store.gateway.withDb((db) => db.carried.delete(id))
      await reload()
    },
    keepEnvelope,
    close: unsubscribe,
  }
}

function toCarried({ id, value }: CarriedItem): Carried {
  if (value.kind === 'envelope') return { id, kind: 'envelope', state: value.state }
  const { person, operations, photos } = value.header
  return { id, kind: 'bundle', person, operations, photos, state: value.state }
}
