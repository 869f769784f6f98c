import { fromBase64Url } from '#protocol/base64url.ts'
import { bundleResponse, carryKey } from '#protocol/bundle.ts'
import { intakeResponse } from '#protocol/intake.ts'
import type { Env } from '../env.ts'
import type { LocalStore } from '../local-state.ts'
import { type RequestFailure, requestServer } from '../request-server.ts'
import { type CarriedItem, keepCarried, readCarried } from './carried-rows.ts'

/** Answers that trying again would not change: the item is kept, and said to be refused. */
const REFUSALS: readonly RequestFailure['kind'][] = [
  'envelope-unreadable',
  'forbidden',
  'too-large',
  'bad-request',
  'not-found',
]

interface Delivery {
  readonly store: LocalStore
  readonly env: Pick<Env, 'fetch'>
  readonly signal: AbortSignal
}

/**
 * Hands the server what is carried for others, after one's own work. Only the server's answer takes
 * a bundle off, and it leaves its receipt in its place; anything else is tried again at the next
 * round. Repeating is harmless: the server knows each operation and each envelope by its number.
 */
export async function deliverCarried(delivery: Delivery): Promise<void> {
  for (const item of await readCarried(delivery.store)) {
    if (delivery.signal.aborted) return
    if (item.value.state !== 'waiting') continue
    const delivered =
      item.value.kind === 'bundle' ? await bundle(delivery, item) : await deposit(delivery, item)
    if (delivered === 'offline') return
  }
}

/** Asks for the key of rendez-vous, once, and again after the server was restored. */
export async function askCarryKey({ store, env, signal }: Delivery): Promise<void> {
  const { state, sealer, gateway } = store
  const { token } = state.identity.value
  const { epoch } = state.sync.value
  if (epoch === null || state.carry?.epoch === epoch) return
  const request = { method: 'GET', path: '/v1/bundles/key', token, signal } as const
  const answered = await requestServer(env, { ...request, answer: carryKey })
  if (!answered.ok) return
  const carry = { ...answered.value, epoch }
  const sealed = await sealer.seal(carry, 'meta/carry')
  await gateway.withDb((db) => db.meta.put({ key: 'carry', rev: 1, sealed }))
  state.carry = carry
}

type Delivered = 'done' | 'offline'

async function bundle({ store, env, signal }: Delivery, item: CarriedItem): Promise<Delivered> {
  const { id, value, bytes } = item
  if (value.kind !== 'bundle') return 'done'
  const content = bytes.slice().buffer
  const answered = await requestServer(env, {
    method: 'POST',
    path: '/v1/bundles',
    token: store.state.identity.value.token,
    bytes: { content, mime: 'application/octet-stream' },
    answer: bundleResponse,
    signal,
  })
  if (!answered.ok) return failed(store, item, answered.error)
  if (answered.value.id !== id) return 'offline'
  const receipt = fromBase64Url(answered.value.receipt)
  await keepCarried(store, { id, value: { ...value, state: 'receipt' }, bytes: receipt })
  return 'done'
}

async function deposit({ store, env, signal }: Delivery, item: CarriedItem): Promise<Delivered> {
  const { id, value } = item
  if (value.kind !== 'envelope') return 'done'
  const answered = await requestServer(env, {
    method: 'POST',
    path: '/v1/intake',
    // The wall's own right, as the phone would have used: nothing ties the declaration to this tablet.
    token: value.token,
    json: value.envelope,
    answer: intakeResponse,
    signal,
  })
  if (!answered.ok) return failed(store, item, answered.error)
  if (answered.value.id !== id) return 'offline'
  await keepCarried(store, { ...item, value: { ...value, state: 'received' } })
  return 'done'
}

async function failed(
  store: LocalStore,
  item: CarriedItem,
  { kind }: RequestFailure,
): Promise<Delivered> {
  if (kind === 'offline') return 'offline'
  if (REFUSALS.includes(kind)) {
    await keepCarried(store, { ...item, value: { ...item.value, state: 'refused' } })
  }
  return 'done'
}
