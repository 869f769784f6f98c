import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createShelves, type Kind } from '#data/shelves.ts'
import type { Snapshot } from '#data/workspace.ts'
import { recordId, siteId } from '#domain/shared/ids.ts'
import { bucketId } from '#domain/site/bucket.ts'

const step = fc.oneof(
  fc.record({
    kind: fc.constant('put' as const),
    id: fc.integer({ min: 0, max: 9 }),
    home: fc.constantFrom('h1', 'h2'),
    status: fc.constantFrom('todo', 'done'),
    day: fc.constantFrom('2026-01-01', '2026-01-02', ''),
  }),
  fc.record({ kind: fc.constant('remove' as const), id: fc.integer({ min: 0, max: 9 }) }),
  fc.record({ kind: fc.constant('look' as const) }),
)

it('counts, lists and orders kept as records change are those made anew', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const shelves = createShelves((id) => ({ id }) as Snapshot)
      const model = new Map<string, { home: string; status: string; day: string }>()
      const kinds = new Map<number, Kind>()
      for (const one of [...steps, { kind: 'look' as const }]) {
        if (one.kind === 'put') {
          const { home, status, day } = one
          const bucket = bucketId(siteId(home), 'quality')
          const [id, kind] = [recordId(`r${one.id}`), { type: 'action' as const, bucket, status }]
          const was = kinds.get(one.id)
          if (was) shelves.leave(id, was)
          shelves.add({ id, kind, day })
          kinds.set(one.id, kind)
          model.set(`r${one.id}`, { home, status, day })
        } else if (one.kind === 'remove') {
          const was = kinds.get(one.id)
          if (was) shelves.leave(recordId(`r${one.id}`), was)
          kinds.delete(one.id)
          model.delete(`r${one.id}`)
        } else expectSame(shelves, model)
      }
    }),
  )
})

function expectSame(
  shelves: ReturnType<typeof createShelves>,
  model: ReadonlyMap<string, { home: string; status: string; day: string }>,
): void {
  const all = [...model].map(([id, place]) => ({ id, ...place }))
  const idsOf = (list: readonly Snapshot[]) => list.map(({ id }) => id)
  // Counted first: nothing was listed since they came.
  const counts = shelves.counts('action')
  expect(idsOf(shelves.list('action'))).toEqual(all.map(({ id }) => id).sort())
  for (const home of ['h1', 'h2']) {
    const here = all.filter((one) => one.home === home)
    expect(idsOf(shelves.list('action', home))).toEqual(here.map(({ id }) => id).sort())
    for (const status of ['todo', 'done']) {
      const found = here.filter((one) => one.status === status)
      expect(counts.get(home)?.[status] ?? 0).toBe(found.length)
      const latest = found.sort((a, b) => (`${a.day} ${a.id}` < `${b.day} ${b.id}` ? 1 : -1))
      const asked = { type: 'action' as const, scope: home, status }
      expect(idsOf(shelves.latest(asked, 3))).toEqual(latest.slice(0, 3).map(({ id }) => id))
    }
  }
}
