// @vitest-environment node
import { rm } from 'node:fs/promises'
import { afterAll, expect, test } from 'vitest'
import { runCrowd } from '#tests/support/crowd.ts'
import { removeBundle } from '#tests/support/server-process.ts'
import { makeStorePlace } from '#tests/support/test-store.ts'

afterAll(removeBundle)

test('forty devices that push at once lose nothing and double nothing', async () => {
  const place = await makeStorePlace()
  try {
    const { latencies, warm, ...counted } = await runCrowd(place, {
      devices: 40,
      homes: 3,
      waves: 2,
      opsByPush: 5,
      processes: place.databaseUrl ? 2 : 1,
    })
    expect([latencies, warm].map(({ length }) => length)).toEqual([80, 40])
    expect(counted).toEqual({ refused: 0, lostOrDoubled: 0, differences: 0, operations: 400 })
  } finally {
    await rm(place.dataFolder, { recursive: true, force: true })
  }
}, 120_000)
