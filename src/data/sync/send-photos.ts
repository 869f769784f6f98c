import * as z from 'zod/mini'
import type { Env } from '../env.ts'
import type { LocalStore } from '../local-state.ts'
import { type RequestFailure, requestServer } from '../request-server.ts'

/** A photo of half a megabyte over a link of 100 kbit/s takes 40 s. */
const PHOTO_TIMEOUT_MS = 60_000

export interface PhotosSent {
  readonly uploaded: number
  readonly failure: RequestFailure | undefined
}

/**
 * Sends the photos the server asks for, after all text. Nothing is marked here: a photo is « sent »
 * when the next answer of the server no longer asks for it.
 */
export async function sendPhotos(
  store: LocalStore,
  env: Pick<Env, 'fetch'>,
  token: string,
  signal: AbortSignal,
): Promise<PhotosSent> {
  const lost: string[] = []
  let uploaded = 0
  let failure: RequestFailure | undefined
  for (const sha256 of store.state.sync.value.wanted) {
    const row = await store.gateway.withDb((db) => db.blobs.get(sha256))
    if (signal.aborted) break
    if (!row) {
      lost.push(sha256)
      continue
    }
    const content = await store.sealer.openBytes(row.bytes, `blobs/${sha256}`)
    const mime = store.state.photos.get(sha256)?.mime ?? 'image/jpeg'
    const sent = await requestServer(env, {
      method: 'PUT',
      path: `/v1/blobs/${sha256}`,
      token,
      bytes: { content, mime },
      answer: z.unknown(),
      signal,
      timeoutMs: PHOTO_TIMEOUT_MS,
    })
    if (sent.ok) uploaded++
    else failure = sent.error
    if (failure?.kind === 'offline') break
  }
  store.state.lostPhotos = lost
  return { uploaded, failure }
}
