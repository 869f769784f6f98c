import { sha256Hex } from '#protocol/hash-op.ts'
import type { Env } from './env.ts'
import type { LocalStore } from './local-state.ts'
import { createPhotoShelf } from './photo-shelf.ts'
import { StorageError } from './storage-error.ts'
import type { PhotoRef, Photos } from './workspace.ts'

/** Photos of this device, and of others when the network allows; each is checked by its address. */
export function createPhotos(store: LocalStore, env: Pick<Env, 'fetch' | 'now'>): Photos {
  const { gateway, sealer, state } = store
  const shelf = createPhotoShelf(gateway, sealer)

  async function keep({ sha256, size, mime }: PhotoRef, bytes: ArrayBuffer): Promise<void> {
    const sealed = await sealer.seal({ size, mime }, `blobs/${sha256}`)
    const row = { sha256, state: 'fetched' as const, since: env.now(), sealed }
    try {
      await shelf.put(sha256, bytes, row.since)
      await gateway.withDb((db) =>
        db.transaction('rw', db.blobs, async () => {
          // Attached here while it was on its way: that row carries what is still to send.
          if (!(await db.blobs.get(sha256))) await db.blobs.add(row)
        }),
      )
    } catch (error) {
      // A full disk keeps no copy of what the server has; the photo is shown all the same.
      if (!(error instanceof StorageError)) throw error
    }
  }

  return {
    async load(ref) {
      const held = await shelf.read(ref.sha256)
      if (held) return { kind: 'here', blob: new Blob([held], { type: ref.mime }) }
      // Its file comes from the server too: without it, the server was not reached.
      const network = await import('./request-server.ts').catch(() => undefined)
      const path = `/v1/blobs/${ref.sha256}`
      const fetched = await network?.requestBytes(env, path, state.identity.value.token)
      const isPhoto = fetched?.kind === 'bytes' && (await sha256Hex(fetched.bytes)) === ref.sha256
      if (fetched?.kind === 'bytes' && isPhoto) {
        await keep(ref, fetched.bytes)
        return { kind: 'here', blob: new Blob([fetched.bytes], { type: ref.mime }) }
      }
      const isExpected = state.sync.value.expected.includes(ref.sha256)
      return { kind: fetched?.kind === 'not-found' || isExpected ? 'expected' : 'away' }
    },
  }
}
