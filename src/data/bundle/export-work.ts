import { fail, ok, type Result } from '#domain/shared/result.ts'
import type { BundleContent } from '#protocol/bundle.ts'
import { FILE_LIMITS } from '#protocol/sealed-file.ts'
import type { Env } from '../env.ts'
import type { LocalStore } from '../local-state.ts'
import { createPhotoShelf } from '../photo-shelf.ts'
import { allPushes } from '../sync/next-push.ts'
import type { Profile } from '../workspace.ts'
import type { ExportFault, HandoverFile } from './handover.ts'
import { sealBundle } from './seal-bundle.ts'

/** Room left in a file for the seal, the header and the JSON around the operations. */
const MARGIN = 65_536
/** Photos of a file: small enough to be carried over a poor link within the time of a request. */
const PHOTO_BYTES = 2 * 1_048_576

/**
 * What this device has not sent, as sealed files: text alone first, then photos when asked, a few by
 * file. Each file carries the pending operations, so that each stands alone whichever arrives. Reads
 * memory for the text: it works when the disk refuses, as long as the page is open.
 */
export async function exportWork(
  store: LocalStore,
  profile: Profile,
  env: Pick<Env, 'now'>,
  { photos }: { readonly photos: boolean },
): Promise<Result<readonly HandoverFile[], ExportFault>> {
  const { carry, photos: unsent } = store.state
  const pushes = pendingPushes(store)
  const { epoch } = store.state.sync.value
  const operations = pushes.reduce((sum, { ops }) => sum + ops.length, 0)
  if (operations === 0 && unsent.size === 0) return fail('nothing')
  if (!carry) return fail('no-key')
  const day = new Date(env.now()).toISOString().slice(0, 10)
  const groups = [[], ...(photos ? await photoGroups(store) : [])]
  const files: HandoverFile[] = []
  for (const [index, group] of groups.entries()) {
    const header = {
      // Random, never ordered: a file that is found tells neither hour nor rank.
      id: crypto.randomUUID(),
      dispositif: profile.dispositif.id,
      device: store.state.identity.value.device,
      person: profile.person.id,
      key: carry.id,
      operations,
      photos: group.length,
    }
    const list = group.map(({ sha256, bytes }) => ({ sha256, size: bytes.byteLength }))
    const bytes = group.map((photo) => photo.bytes)
    files.push({
      name: `escale-envois-${day}${index === 0 ? '' : `-photos-${index}`}.escale`,
      bytes: await sealBundle(header, { epoch, pushes, photos: list }, bytes, carry),
      operations,
      photos: group.length,
    })
  }
  return ok(files)
}

/** What rounds would send, up to a file's size; what has no room waits for the next file. */
function pendingPushes({ state }: LocalStore): BundleContent['pushes'] {
  let room = FILE_LIMITS.bytes - 2 * PHOTO_BYTES - MARGIN
  const fitting = allPushes(state).filter((push) => {
    room -= new TextEncoder().encode(JSON.stringify(push)).byteLength
    return room >= 0
  })
  return fitting.map(({ from, declared, ops, lost }) => ({
    from,
    declared,
    ops: [...ops],
    ...(lost.length > 0 && { lost: [...lost] }),
  }))
}

interface PhotoBytes {
  readonly sha256: string
  readonly bytes: ArrayBuffer
}

async function photoGroups({ state, gateway, sealer }: LocalStore): Promise<PhotoBytes[][]> {
  const shelf = createPhotoShelf(gateway, sealer)
  const groups: PhotoBytes[][] = []
  let room = 0
  for (const sha256 of state.photos.keys()) {
    const bytes = await shelf.read(sha256)
    if (!bytes) continue
    if (groups.length === 0 || bytes.byteLength > room) {
      groups.push([])
      room = PHOTO_BYTES
    }
    groups.at(-1)?.push({ sha256, bytes })
    room -= bytes.byteLength
  }
  return groups
}
