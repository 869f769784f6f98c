// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deviceId, recordId } from '#domain/shared/ids.ts'
import { bucketId } from '#domain/site/bucket.ts'
import { sha256Hex } from '#protocol/hash-op.ts'
import { lineSum, SUM_REACH } from '#protocol/line-sum.ts'
import { buildState, foundStore, HOME } from '#tests/builders/build-stored.ts'
import { openTestStore } from '#tests/support/test-store.ts'

const BUCKETS = [bucketId(HOME.id, 'quality'), bucketId(HOME.id, 'events')] as const
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f']

/** One write: some records, each with a new word; its name says its bucket. */
const write = fc.uniqueArray(fc.record({ name: fc.constantFrom(...NAMES), word: fc.string() }), {
  selector: ({ name }) => name,
  minLength: 1,
})

test('the count and sum kept at each write are those of the lines a device would read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 8 }), async (writes) => {
      const opened = await openTestStore()
      try {
        await foundStore(opened.store, [deviceId('tablet')])
        for (const records of writes) {
          await opened.store.write(async (session) => {
            await session.records.hold(records.map(({ name }) => recordId(name)))
            const states = records.map(({ name, word }) =>
              buildState(name, bucketOf(name), { 'answers.C1': word }),
            )
            await session.records.stamp(HOME.dispositif, states)
          })
        }
        await opened.store.read(async (session) => {
          const sums = await session.records.sums(BUCKETS)
          for (const bucket of BUCKETS) {
            const rows = await session.records.changedAfter(bucket, 0, 100)
            const kept = sums.get(bucket) ?? { rows: 0, sum: 0 }
            expect(kept).toMatchObject({ rows: rows.length, sum: await recomputed(rows) })
          }
        })
      } finally {
        await opened.remove()
      }
    }),
    { numRuns: 15 },
  )
})

function bucketOf(name: string) {
  return name < 'd' ? BUCKETS[0] : BUCKETS[1]
}

/** In whole numbers of any size, so that nothing of it is the code under test's. */
async function recomputed(rows: readonly { line: string }[]): Promise<number> {
  let sum = 0n
  for (const { line } of rows)
    sum += BigInt(lineSum(await sha256Hex(new TextEncoder().encode(line))))
  return Number(sum % BigInt(SUM_REACH))
}
