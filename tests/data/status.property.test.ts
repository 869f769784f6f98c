import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Workspace } from '#data/workspace.ts'
import type { RecordId } from '#domain/shared/ids.ts'
import { shownFields } from '#protocol/merge.ts'
import type { Fault } from '#tests/support/fake-server.ts'
import { HOME_1, openTestWorkspace, type TestWorkspace } from '#tests/support/workspace.ts'

const faults = fc.constantFrom<Fault | 'none'>(
  'none',
  'none',
  'offline',
  'lose-answer',
  'captive-portal',
  'wrong-shape',
  'no-grants',
  { status: 503, error: { kind: 'server-fault' } },
  { status: 413, error: { kind: 'too-large', limit: 10 } },
)

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), tab: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('photo' as const), tab: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('elsewhere' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('round' as const),
      tab: fc.nat(1),
      faults: fc.array(faults, { maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const), tab: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('refuse' as const), on: fc.boolean() }) },
)

/** Whatever befalls two tabs and their way to the server. */
it('never says that all is sent while something is not, and always ends by sending all', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const test = await openTestWorkspace()
      const tabs = [test.workspace, await test.openAgain()]
      const told = { writes: 1, photos: 0, refused: 0 }
      const { id } = await test.workspace.writer.create('audit', HOME_1, { a: 0 })
      await expect.poll(() => tabs[1]?.replica.get(id)).toBeDefined()
      let isRefusing = false
      test.server.refuse = () => {
        if (isRefusing) told.refused++
        return isRefusing ? 'forbidden' : undefined
      }
      for (const [index, one] of steps.entries()) {
        if (one.kind === 'refuse') isRefusing = one.on
        else if (one.kind === 'elsewhere') await writeElsewhere(test, id, index)
        else await play(test, tabs, one, { id, index, told })
        const acting = 'tab' in one ? tabs[one.tab] : undefined
        if (acting) expectHonest(acting, test, told)
        // The other tab hears of it by its channel, a moment later.
        for (const tab of tabs) await expect.poll(() => isHonest(tab, test, told)).toBe(true)
      }
      test.server.faults.length = 0
      isRefusing = false
      for (const tab of tabs) await tab.sync.now()
      expect(test.server.heldFrom(test.token)).toBe(told.writes)
      expect(test.server.blobs.size).toBe(told.refused > 0 ? test.server.blobs.size : told.photos)
      for (const tab of tabs) {
        const status = tab.sync.status()
        expect(status.setAside).toHaveLength(told.refused)
        expect(status.allSent).toBe(told.refused === 0)
        const state = test.server.records.get(id)
        expect(tab.replica.get(id)?.fields).toEqual(state && shownFields(state))
        tab.close()
      }
    }),
    { numRuns: 40 },
  )
}, 120_000)

interface Told {
  writes: number
  photos: number
  refused: number
}

async function writeElsewhere({ server }: TestWorkspace, id: RecordId, index: number) {
  if (server.records.has(id)) await server.write('audit', HOME_1, id, { [`e${index}`]: index })
}

async function play(
  { openAgain, server }: TestWorkspace,
  tabs: Workspace[],
  one: {
    kind: 'write' | 'photo' | 'round' | 'reopen'
    tab: number
    faults?: readonly (Fault | 'none')[]
  },
  { id, index, told }: { id: RecordId; index: number; told: Told },
): Promise<void> {
  const tab = tabs[one.tab]
  if (!tab) return
  if (one.kind === 'reopen') {
    tab.close()
    tabs[one.tab] = await openAgain()
    return
  }
  if (one.kind === 'round') {
    server.faults.push(...(one.faults ?? []).filter((fault) => fault !== 'none'))
    await tab.sync.now()
    server.faults.length = 0
    return
  }
  // The creation may have been set aside: the screen then has no record to write on.
  if (!tab.replica.get(id)) return
  if (one.kind === 'write') await tab.writer.set(id, { a: index, [`f${index % 5}`]: index })
  else {
    const bytes = new Uint8Array([0xff, 0xd8, 0xff, index]).buffer
    const photo = { bytes, mime: 'image/jpeg', width: 1, height: 1 } as const
    await tab.writer.attach(id, `photos.${index}`, photo)
    told.photos++
  }
  told.writes++
}

function expectHonest(tab: Workspace, test: TestWorkspace, told: Told): void {
  expect([isHonest(tab, test, told), tab.sync.status()]).toEqual([true, tab.sync.status()])
}

function isHonest(tab: Workspace, { server, token }: TestWorkspace, told: Told): boolean {
  const { allSent } = tab.sync.status()
  const isSent = server.heldFrom(token) === told.writes && server.blobs.size === told.photos
  return !allSent || (isSent && told.refused === 0)
}
