import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { RecordId } from '#domain/shared/ids.ts'
import { shownFields } from '#protocol/merge.ts'
import { createBlobFiles } from '#sync-server/blobs/blob-files.ts'
import { takeBundle } from '#sync-server/bundles/take-bundle.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import { joinTablet, type Tablet } from '#tests/support/rendezvous-world.ts'
import { createTestServer, HOME_1, PEOPLE, type TestServer } from '#tests/support/test-server.ts'

/*
 * The work of one tablet by every road at once, in any order and as often as one likes: its own
 * rounds, files through two carriers, the office's import, receipts late, early and repeated.
 */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'write' } as const) },
  { weight: 3, arbitrary: fc.constant({ kind: 'export' } as const) },
  { weight: 2, arbitrary: fc.constant({ kind: 'own-round' } as const) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('carry' as const), by: fc.nat(1), file: fc.nat(9) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('carrier-round' as const), by: fc.nat(1) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('office' as const), file: fc.nat(9) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('receipt' as const), which: fc.nat(9) }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
type Bytes = Uint8Array<ArrayBuffer>

interface Cast {
  readonly server: TestServer
  readonly author: Tablet
  readonly carriers: readonly [Tablet, Tablet]
  readonly files: Bytes[]
  readonly receipts: Bytes[]
  record?: RecordId
  written: number
}

async function play(cast: Cast, { ...now }: Step): Promise<void> {
  const { server, author, carriers, files, receipts } = cast
  server.clock.now += 1_000
  switch (now.kind) {
    case 'write': {
      cast.written += 1
      const fields = { title: `mot ${cast.written}` }
      if (cast.record) await author.workspace.writer.set(cast.record, fields)
      else cast.record = (await author.workspace.writer.create('audit', HOME_1, fields)).id
      return
    }
    case 'export': {
      const made = await author.handover.exportWork({ photos: false })
      if (made.ok) files.push(...made.value.map(({ bytes }) => bytes))
      return
    }
    case 'own-round': {
      author.isOnline = true
      await author.workspace.sync.now()
      author.isOnline = false
      return
    }
    case 'carry': {
      const file = files[now.file % Math.max(1, files.length)]
      if (file) await carriers[now.by === 0 ? 0 : 1].handover.importFile(file)
      return
    }
    case 'carrier-round': {
      const carrier = carriers[now.by === 0 ? 0 : 1]
      await carrier.workspace.sync.now()
      for (const { id } of carrier.handover.carried()) {
        const receipt = await carrier.handover.receiptFile(id)
        if (receipt) receipts.push(receipt.bytes)
      }
      return
    }
    case 'office': {
      const file = files[now.file % Math.max(1, files.length)]
      if (!file) return
      const blobFiles = createBlobFiles(server.folder)
      const parts = { store: server.store, blobFiles, now: () => server.clock.now }
      const taken = await takeBundle(file, parts)
      if (taken.ok) receipts.push(taken.value.file)
      return
    }
    case 'receipt': {
      const receipt = receipts[now.which % Math.max(1, receipts.length)]
      if (receipt) await author.handover.importFile(receipt)
    }
  }
}

it('by its own rounds and by files, in any order and repeated, each operation is there once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 24 }), async (steps) => {
      const server = await createTestServer()
      const author = await joinTablet(server, PEOPLE.officer)
      author.isOnline = false
      const carriers = [
        await joinTablet(server, PEOPLE['quality-lead']),
        await joinTablet(server, PEOPLE.director),
      ] as const
      const cast: Cast = { server, author, carriers, files: [], receipts: [], written: 0 }
      try {
        for (const each of steps) {
          await play(cast, each)
          await expectHonest(cast)
        }
        author.isOnline = true
        await author.workspace.sync.now()
        expect(author.workspace.sync.status()).toMatchObject({
          holes: [],
          waiting: [],
          setAside: [],
          allSent: true,
        })
        const device = author.workspace.profile.device
        const log = await server.store.read((session) => session.log.ofDevice(device, 1, 1_000))
        expect(log.map(({ n }) => n)).toEqual(Array.from({ length: cast.written }, (_, i) => i + 1))
        expect(log.every(({ outcome }) => outcome === 'applied')).toBe(true)
        const { record } = cast
        if (record) {
          const held = await server.store.read((session) => session.records.get(record))
          expect(held && shownFields(held.state).title).toBe(`mot ${cast.written}`)
          expect(author.workspace.replica.get(record)?.fields.title).toBe(`mot ${cast.written}`)
        }
        expect(await server.store.read(differencesWithLog)).toEqual([])
        expect(server.faults).toEqual([])
      } finally {
        for (const tablet of [author, ...carriers]) tablet.close()
        await server.close()
      }
    }),
    { numRuns: 25 },
  )
}, 180_000)

/** I6: « tout est envoyé » is never said while the server lacks one. */
async function expectHonest({ server, author, written }: Cast): Promise<void> {
  if (!author.workspace.sync.status().allSent) return
  const { device } = author.workspace.profile
  const held = await server.store.read((session) => session.directory.device(device))
  expect(held?.lastN).toBe(written)
}
