import { grantsOf } from '#domain/rights/rights.ts'
import type { BucketId } from '#domain/site/bucket.ts'
import type { EnrolledHolder } from '../access/holder.ts'
import type { QuarantinedEntry } from '../store/quarantine-shelf.ts'
import type { Session } from '../store/store.ts'

/** Who looks after what others could not file. */
const KEEPERS: ReadonlySet<string> = new Set(['director', 'quality-lead', 'porteur'])

/**
 * What a person sees of an operation of someone else that was set aside. `whole`: they may read the
 * bucket it was meant for. `outside`: its author works in one of their homes, so they must know that
 * something waits, without its words.
 */
export async function sightOf(
  session: Session,
  holder: EnrolledHolder,
  { device, bucket }: Pick<QuarantinedEntry, 'device' | 'bucket'>,
): Promise<'whole' | 'outside' | 'none'> {
  if (!KEEPERS.has(holder.role)) return 'none'
  const stored = await session.directory.device(device)
  if (!stored || stored.dispositif !== holder.dispositif) return 'none'
  if (grantsOf(holder).has(bucket as BucketId)) return 'whole'
  const author = stored.person ? await session.directory.person(stored.person) : undefined
  const homes = new Set(holder.sites.map(({ id }) => id))
  const isOurs = author?.sites.some((id) => homes.has(id)) === true
  return isOurs ? 'outside' : 'none'
}
