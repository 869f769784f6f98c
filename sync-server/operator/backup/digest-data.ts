import { createHash } from 'node:crypto'
import type { Json } from '#domain/shared/json.ts'
import { canonicalJson } from '#protocol/hash-op.ts'
import type { Session } from '../../store/store.ts'

const ENTRIES_AT_ONCE = 1_000

/**
 * One SHA-256 over the log and every record: the same here and after a restore, or something is
 * not the same. The epoch is left out, for a restore changes it on purpose.
 */
export async function digestData(session: Session): Promise<string> {
  const hash = createHash('sha256')
  let position: number | undefined
  for (;;) {
    const entries = await session.log.after(position, ENTRIES_AT_ONCE)
    for (const { device, n, digest, outcome, seq } of entries) {
      hash.update(`${device} ${n} ${digest} ${outcome} ${seq ?? ''}\n`)
    }
    position = entries.at(-1)?.position ?? position
    if (entries.length < ENTRIES_AT_ONCE) break
  }
  for (const { seq, state } of await session.records.all()) {
    hash.update(`${seq} ${canonicalJson(state as unknown as Json)}\n`)
  }
  return hash.digest('hex')
}

/** The first characters of a digest, in groups: short enough to be read on the phone. */
export function spokenDigest(digest: string): string {
  return digest.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')
}
