import type { RecordPlace } from '../../store/inventory.ts'
import { type Check, countOf } from './check.ts'

/**
 * What a pull relies on: in each bucket no two records share a sequence, none lies above the
 * counter, and a record's row says the same as its state; its bucket is the replay's to check. A
 * device would miss the rest for ever.
 */
export const bucketCounters: Check = {
  title: 'les compteurs',
  async run({ session }) {
    const heads = new Map((await session.inventory.buckets()).map(({ id, head }) => [id, head]))
    const places = await session.inventory.places()
    const states = new Map(
      (await session.records.all()).map(({ state }) => [state.id as string, state]),
    )
    const taken = new Set<string>()
    const faults: string[] = []
    for (const place of places) {
      const { id, bucket, seq } = place
      const head = heads.get(bucket) ?? 0
      const key = `${bucket} ${seq}`
      if (taken.has(key)) faults.push(`le rang ${seq} du compartiment ${bucket} est pris deux fois`)
      taken.add(key)
      if (seq < 1 || seq > head) {
        faults.push(`la fiche ${id} a le rang ${seq}, le compteur de ${bucket} est à ${head}`)
      }
      if (!saysTheSame(place, states.get(id))) {
        faults.push(`la fiche ${id} n’est pas rangée où elle dit être`)
      }
    }
    return {
      checked: countOf(heads.size, 'compteur de compartiment', 'compteurs de compartiments'),
      faults,
    }
  },
}

function saysTheSame(
  place: RecordPlace,
  state: { id: string; bucket: string; type: string; deleted?: string } | undefined,
): boolean {
  return (
    state?.id === place.id &&
    state.type === place.type &&
    (state.deleted !== undefined) === place.deleted
  )
}
