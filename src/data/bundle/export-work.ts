import { fail, ok, type Result } from '#domain/shared/result.ts'
import { FILE_LIMITS } from '#protocol/sealed-file.ts'
import type { Env } from '../env.ts'
import { type LocalStore, pendingOps } from '../local-state.ts'
import type { NextPush } from '../sync/next-push.ts'
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
  const push = pendingPush(store)
  if (push.ops.length === 0 && unsent.size === 0) return fail('nothing')
  if (!carry) return fail('no-key')
  const day = new Date(env.now()).toISOString().slice(0, 10)
  const groups = [[], ...(photos ? await photoGroups(store) : [])]
  const files: HandoverFile[] = []
  for (const [index, group] of groups.entries()) {
    const header = {
      // Random, never ordered: a file that is found tells neither hour nor rank.
      id: crypto.randomUUID(),
      dispositif: profile.dispositif.id,
      device: profile.device,
      person: profile.person.id,
      key: carry.id,
      operations: push.ops.length,
      photos: group.length,
    }
    const list = group.map(({ sha256, bytes }) => ({ sha256, size: bytes.byteLength }))
    const bytes = group.map((photo) => photo.bytes)
    files.push({
      name: `escale-envois-${day}${index === 0 ? '' : `-photos-${index}`}.escale`,
      bytes: await sealBundle(
        header,
        { push: { ...push, ops: [...push.ops] }, photos: list },
        bytes,
        carry,
      ),
      operations: push.ops.length,
      photos: group.length,
    })
  }
  return ok(files)
}

/** As `nextPush`, whole: every pending operation that follows without a hole, up to a file's size. */
function pendingPush({ state }: LocalStore): NextPush {
  const pending = pendingOps(state)
  const from = Math.min(pending[0]?.n ?? Number.POSITIVE_INFINITY, state.sync.value.serverLast + 1)
  const ops: NextPush['ops'][number][] = []
  let room = FILE_LIMITS.bytes - 2 * PHOTO_BYTES - MARGIN
  for (const [index, { n, op }] of pending.entries()) {
    room -= new TextEncoder().encode(JSON.stringify(op)).byteLength + 1
    if (n !== from + index || room < 0) break
    ops.push(op)
  }
  return { from, declared: state.author.value.declared, ops }
}

interface PhotoBytes {
  readonly sha256: string
  readonly bytes: ArrayBuffer
}

async function photoGroups({ state, gateway, sealer }: LocalStore): Promise<PhotoBytes[][]> {
  const groups: PhotoBytes[][] = []
  let room = 0
  for (const sha256 of state.photos.keys()) {
    const row = await gateway.withDb((db) => db.blobs.get(sha256))
    if (!row) continue
    const bytes = await sealer.openBytes(row.bytes, `blobs/${sha256}`)
    if (groups.length === 0 || bytes.byteLength > room) {
      groups.push([])
      room = PHOTO_BYTES
    }
    groups.at(-1)?.push({ sha256, bytes })
    room -= bytes.byteLength
  }
  return groups
}
