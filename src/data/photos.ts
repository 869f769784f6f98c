import { sha256Hex } from '#protocol/hash-op.ts'
import type { Env } from './env.ts'
import type { LocalStore } from './local-state.ts'
import { StorageError } from './storage-error.ts'
import type { PhotoRef, Photos } from './workspace.ts'

/** Photos of this device, and of others when the network allows; each is checked by its address. */
export function createPhotos(store: LocalStore, env: Pick<Env, 'fetch' | 'now'>): Photos {
  const { gateway, sealer, state } = store

  async function held({ sha256, mime }: PhotoRef): Promise<Blob | undefined> {
    const row = await gateway.withDb((db) => db.blobs.get(sha256))
    if (!row) return undefined
    return new Blob([await sealer.openBytes(row.bytes, `blobs/${sha256}`)], { type: mime })
  }

  async function fetched(ref: PhotoRef): Promise<Blob | undefined> {
    const place = `blobs/${ref.sha256}`
    const requestBytes = await readRequester()
    const bytes = await requestBytes?.(env, `/v1/${place}`, state.identity.value.token)
    if (!bytes || (await sha256Hex(bytes)) !== ref.sha256) return undefined
    await keep(ref, bytes, place)
    return new Blob([bytes], { type: ref.mime })
  }

  async function keep(ref: PhotoRef, bytes: ArrayBuffer, place: string): Promise<void> {
    const row = {
      sha256: ref.sha256,
      state: 'fetched' as const,
      sealed: await sealer.seal({ size: ref.size, mime: ref.mime }, place),
      bytes: await sealer.sealBytes(bytes, place),
    }
    try {
      await gateway.withDb((db) =>
        db.transaction('rw', db.blobs, async () => {
          // Attached here while it was on its way: that row carries what is still to send.
          if (!(await db.blobs.get(ref.sha256))) await db.blobs.add(row)
        }),
      )
    } catch (error) {
      // A full disk keeps no copy of what the server has; the photo is shown all the same.
      if (!(error instanceof StorageError)) throw error
    }
  }

  return { load: async (ref) => (await held(ref)) ?? (await fetched(ref)) }
}

/**
 * Apart from the first load: what needs the network may need it for its code too. Undefined when the
 * file cannot be had, which is « no network ».
 */
async function readRequester() {
  try {
    return (await import('./request-server.ts')).requestBytes
  } catch {
    return undefined
  }
}
