import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { setAsideEvents } from '#domain/adverse-event/set-aside.ts'
import { recordId } from '#domain/shared/ids.ts'

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

/** Any graph: each event names one of the others, itself, one that is not here, or none. */
const arbitraryLinks = fc.array(fc.constantFrom('', 'z', ...IDS), {
  minLength: IDS.length,
  maxLength: IDS.length,
})

function events(links: readonly string[]) {
  return IDS.map((id, at) => ({ id: recordId(id), duplicateOf: links[at] ?? '' }))
}

/** The groups of events that links hold together, by a plain spread of labels: another way to see them. */
function groups(links: readonly string[]): readonly (readonly string[])[] {
  const labels = new Map(IDS.map((id) => [id, id]))
  for (let turn = 0; turn < IDS.length; turn++) {
    for (const [at, id] of IDS.entries()) {
      const to = links[at] ?? ''
      const [mine, other] = [labels.get(id), labels.get(to)]
      if (!mine || !other) continue
      const least = mine < other ? mine : other
      for (const [each, label] of labels) {
        if (label === mine || label === other) labels.set(each, least)
      }
    }
  }
  const found = new Map<string, string[]>()
  for (const [id, label] of labels) found.set(label, [...(found.get(label) ?? []), id])
  return [...found.values()]
}

describe('events that name each other as duplicates', () => {
  test('one of each group counts, whatever the rings; none where it leads out of what is here', () => {
    fc.assert(
      fc.property(arbitraryLinks, (links) => {
        const aside = setAsideEvents(events(links))
        for (const group of groups(links)) {
          const leadsOut = group.some((id) => links[IDS.indexOf(id)] === 'z')
          const standing = group.filter((id) => !aside.has(id))
          expect(standing).toHaveLength(leadsOut ? 0 : 1)
        }
      }),
    )
  })

  test('the order of the events changes nothing', () => {
    fc.assert(
      fc.property(arbitraryLinks, (links) => {
        const forward = [...setAsideEvents(events(links))].sort()
        expect([...setAsideEvents(events(links).reverse())].sort()).toEqual(forward)
      }),
    )
  })

  test('of two set aside for each other the first by id stands; one that names itself stands', () => {
    const both = [
      { id: recordId('b'), duplicateOf: 'a' },
      { id: recordId('a'), duplicateOf: 'b' },
      { id: recordId('c'), duplicateOf: 'c' },
    ]
    expect([...setAsideEvents(both)]).toEqual(['b'])
  })
})
