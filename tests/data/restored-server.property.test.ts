import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { RecordId } from '#domain/shared/ids.ts'
import { type RecordState, shownFields } from '#protocol/merge.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import { joinServer, type RealDevice } from '#tests/support/real-device.ts'
import { createTestServer, HOME_1, PEOPLE, type TestServer } from '#tests/support/test-server.ts'

const device = fc.nat(1)
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('create' as const), device }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('set' as const), device, which: fc.nat(5) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('round' as const), device }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const), device }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('back up' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('put back' as const), which: fc.nat(3) }) },
)

/** Two devices of one home, a server put back to any of its former days, as often as wished. */
it('nothing typed is lost or leaves the screen, and all agree in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 22 }), async (steps) => {
      const server = await createTestServer()
      const devices = [
        await joinServer(server, PEOPLE.officer),
        await joinServer(server, PEOPLE['quality-lead']),
      ]
      const backups = [await server.backUp()]
      const created: RecordId[] = []
      const typed = new Map<RealDevice, number>()
      for (const [index, one] of steps.entries()) {
        if (one.kind === 'back up') backups.push(await server.backUp())
        else if (one.kind === 'put back') {
          await server.putBack(backups[one.which % backups.length] ?? '', 'renewed')
        } else {
          const acting = devices[one.device]
          if (!acting) continue
          const { replica, writer, sync } = acting.workspace
          const held = created.filter((id) => replica.get(id))
          if (one.kind === 'create') {
            created.push((await writer.create('audit', HOME_1, { at: index })).id)
            typed.set(acting, (typed.get(acting) ?? 0) + 1)
          } else if (one.kind === 'set') {
            const id = held[one.which % Math.max(1, held.length)]
            if (!id) continue
            await writer.set(id, { [`f${one.which}`]: index })
            typed.set(acting, (typed.get(acting) ?? 0) + 1)
            expect(acting.workspace.replica.get(id)?.fields[`f${one.which}`]).toBe(index)
          } else if (one.kind === 'round') await sync.now()
          else await acting.reopen()
          // Whatever the server forgot, what was on this screen is on it.
          for (const id of held) expect(acting.workspace.replica.get(id)).toBeDefined()
        }
      }
      for (let round = 0; round < 3; round++)
        for (const one of devices) await one.workspace.sync.now()
      await expectAgreement(server, devices, typed, created)
      for (const { workspace } of devices) workspace.close()
      await server.close()
    }),
    { numRuns: 12 },
  )
}, 240_000)

async function expectAgreement(
  server: TestServer,
  devices: readonly RealDevice[],
  typed: ReadonlyMap<RealDevice, number>,
  created: readonly RecordId[],
): Promise<void> {
  expect(server.faults).toEqual([])
  expect(await server.store.read(differencesWithLog)).toEqual([])
  for (const one of devices) {
    const { sync, replica } = one.workspace
    expect(sync.status()).toMatchObject({ allSent: true, complete: true, awaited: [], holes: [] })
    const count = typed.get(one) ?? 0
    const log = await server.store.read((session) =>
      session.log.ofDevice(one.profile.device, 1, Number.MAX_SAFE_INTEGER),
    )
    expect(log.map(({ n }) => n)).toEqual(Array.from({ length: count }, (_, index) => index + 1))
    for (const id of created) {
      const record = await server.store.read((session) => session.records.get(id))
      expect(record).toBeDefined()
      expect({ ...replica.get(id)?.fields }).toEqual(record && fieldsOf(record.state))
    }
  }
}

function fieldsOf(state: RecordState) {
  return { ...shownFields(state) }
}
