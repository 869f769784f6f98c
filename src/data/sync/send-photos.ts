import { sha256Hex } from '#protocol/hash-op.ts'
import { LIMITS } from '#protocol/limits.ts'
import type { Env } from '../env.ts'
import type { LocalStore } from '../local-state.ts'
import { createPhotoShelf } from '../photo-shelf.ts'
import type { RequestFailure } from '../request-server.ts'
import { type PhotoUpload, uploadPhoto } from './upload-photo.ts'

export interface PhotoPass {
  readonly store: LocalStore
  readonly env: Pick<Env, 'fetch' | 'sleep' | 'random' | 'now'>
  readonly token: string
  readonly signal: AbortSignal
  readonly textFirst: PhotoUpload['textFirst']
  readonly onProgress: (sha256: string, bytesHeld: number) => void
  /** Runs the sending of one photo while no other tab sends one. */
  readonly alone: <T>(unit: () => Promise<T>) => Promise<T>
}

export interface PhotosSent {
  readonly uploaded: number
  readonly failure: RequestFailure | undefined
}

/**
 * Sends the photos the server asks for, one after the other, words first. Nothing is marked here: a
 * photo is « sent » when the next answer of the server no longer asks for it. What one photo is refused
 * for does not stop the others; a link that carries nothing does.
 */
export async function sendPhotos(pass: PhotoPass): Promise<PhotosSent> {
  const { store, env, token, signal, textFirst, onProgress, alone } = pass
  const shelf = createPhotoShelf(store.gateway, store.sealer)
  const pace = { chunkBytes: LIMITS.firstChunkBytes }
  const tried = new Set<string>()
  const lost: string[] = []
  let uploaded = 0
  let failure: RequestFailure | undefined

  async function sendOne(sha256: string): Promise<RequestFailure | undefined> {
    const content = await shelf.read(sha256)
    // Damaged on disk: the server would refuse it each time, after all of it crossed the link.
    if (!content || (await sha256Hex(content)) !== sha256) {
      lost.push(sha256)
      return undefined
    }
    const photo = { sha256, content, token, signal, pace, textFirst }
    const sent = await uploadPhoto(env, {
      ...photo,
      onProgress: (held) => onProgress(sha256, held),
    })
    if (!sent.ok) return sent.error
    uploaded++
    return undefined
  }

  for (;;) {
    // Read anew each time: a round between two chunks may have changed what the server asks for.
    const sha256 = store.state.sync.value.wanted.find((wanted) => !tried.has(wanted))
    if (sha256 === undefined || signal.aborted) break
    tried.add(sha256)
    const refused = await alone(() => sendOne(sha256))
    failure = refused ?? failure
    if (refused && STOPS_ALL.has(refused.kind)) break
  }
  store.state.lostPhotos = lost
  return { uploaded, failure }
}

const STOPS_ALL: ReadonlySet<RequestFailure['kind']> = new Set([
  'offline',
  'rate-limited',
  'unknown-device',
  'revoked',
  'server-fault',
  'storage-full',
])
