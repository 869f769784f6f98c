import { deviceId } from '#domain/shared/ids.ts'
import { forkResponse } from '#protocol/access.ts'
import { LIMITS } from '#protocol/limits.ts'
import type { Env } from '../env.ts'
import type { LocalStore } from '../local-state.ts'
import { type RequestFailure, requestServer } from '../request-server.ts'
import type { Identity } from '../stored-shapes.ts'
import { renumber, startOver } from './change-place.ts'

interface Parts {
  readonly store: LocalStore
  readonly env: Pick<Env, 'now' | 'fetch'>
  readonly signal: AbortSignal
}

/** Asks for an identity of one's own and takes it; gives why it could not be had. */
export async function becomeAnother(
  { store, env, signal }: Parts,
  from: number,
): Promise<RequestFailure | undefined> {
  const answered = await requestServer(env, {
    method: 'POST',
    path: '/v1/fork',
    token: store.state.identity.value.token,
    json: { from, photos: [...store.state.photos.keys()].slice(0, LIMITS.photosPerFork) },
    answer: forkResponse,
    signal,
  })
  if (!answered.ok) {
    return answered.error.kind === 'offline' ? answered.error : { kind: 'clone' }
  }
  const { formers, ...former } = store.state.identity.value
  const { token, device } = answered.value
  const identity = { token, device: deviceId(device), formers: [...formers, former] }
  await store.exclusive(() => renumber(store, identity, { from, noticedAt: env.now() }))
  return undefined
}

/** A copy of before this device got its own identity was put back: it is who it was, then forks anew. */
export function becomeFormer(
  { store, env }: Omit<Parts, 'signal'>,
  former: Omit<Identity, 'formers'>,
): Promise<void> {
  const formers = store.state.identity.value.formers.slice(0, -1)
  const identity = { ...former, formers }
  return store.exclusive(() =>
    startOver(store, { epoch: null, last: 0, noticedAt: env.now(), identity }),
  )
}
