import { sha256Hex } from '#protocol/hash-op.ts'
import { lineSum, shiftSum } from '#protocol/line-sum.ts'
import type { RecordPlace } from '../../store/inventory.ts'
import { type Check, countOf } from './check.ts'

/**
 * What a pull relies on: in each bucket no two records share a sequence, none lies above the
 * counter, and a record's row says the same as its state; its bucket is the replay's to check. A
 * device would miss the rest for ever. The count and sum of a bucket, kept as it is written, are those
 * of its records: devices compare theirs with them.
 */
export const bucketCounters: Check = {
  title: 'les compteurs',
  async run({ session }) {
    const buckets = await session.inventory.buckets()
    const heads = new Map(buckets.map(({ id, head }) => [id, head]))
    const counted = new Map<string, { rows: number; sum: number }>()
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
      const { rows, sum } = counted.get(bucket) ?? { rows: 0, sum: 0 }
      const part = lineSum(await sha256Hex(new TextEncoder().encode(place.line)))
      counted.set(bucket, { rows: rows + 1, sum: shiftSum(sum, part) })
      if (seq < 1 || seq > head) {
        faults.push(`la fiche ${id} a le rang ${seq}, le compteur de ${bucket} est à ${head}`)
      }
      if (!saysTheSame(place, states.get(id))) {
        faults.push(`la fiche ${id} n’est pas rangée où elle dit être`)
      }
    }
    for (const { id, ...said } of buckets) {
      const { rows, sum } = counted.get(id) ?? { rows: 0, sum: 0 }
      if (rows !== said.rows || sum !== said.sum) {
        faults.push(`le compartiment ${id} ne contient pas ce que dit son empreinte`)
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
