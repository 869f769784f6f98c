import type { Env } from '../env.ts'
import { type LocalStore, pendingOps } from '../local-state.ts'
import type { RequestFailure } from '../request-server.ts'
import type { RoundEnd } from './round.ts'
import { sendPhotos } from './send-photos.ts'
import { underLock } from './under-lock.ts'

export interface PhotoPassParts {
  readonly store: LocalStore
  readonly env: Env
  readonly device: string
  readonly signal: AbortSignal
  /** Runs a round, or joins the one under way. */
  readonly textRound: () => Promise<RoundEnd>
  readonly onProgress: (sha256: string, bytesHeld: number) => void
}

/** One photo of 8 MiB at 128 kbit/s takes less than ten minutes. */
const PHOTO_LOST_MS = 600_000

/** Sends what the server asks for, until it asks for nothing more or nothing leaves; gives why it stopped. */
export async function runPhotoPass(parts: PhotoPassParts): Promise<RequestFailure | undefined> {
  const { store, env, device, signal, textRound, onProgress } = parts

  /** Words typed while a photo is on its way leave before its next chunk. */
  async function textFirst(): Promise<boolean> {
    if (pendingOps(store.state).length === 0) return true
    return (await textRound()).kind !== 'failed'
  }

  let uploaded = 1
  while (uploaded > 0 && store.state.sync.value.wanted.length > 0 && !signal.aborted) {
    const { token } = store.state.identity.value
    const sent = await sendPhotos({
      store,
      env,
      token,
      signal,
      textFirst,
      onProgress,
      alone: (send) => underLock(env.locks, `escale-photos-${device}`, send, PHOTO_LOST_MS),
    })
    uploaded = sent.uploaded
    if (uploaded > 0) await textRound()
    if (sent.failure) return sent.failure
  }
  return undefined
}
