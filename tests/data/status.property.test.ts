import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Workspace } from '#data/workspace.ts'
import type { RecordId } from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'
import { disputedFields } from '#protocol/disputes.ts'
import { shownFields } from '#protocol/merge.ts'
import type { OpId } from '#protocol/op.ts'
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
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rival' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('resolve' as const, 'again' as const, 'close' as const),
      tab: fc.nat(1),
    }),
  },
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
      const told: Told = { writes: 1, photos: 0, refused: new Set(), everRefused: false }
      const { id } = await test.workspace.writer.create('audit', HOME_1, { a: 0 })
      await expect.poll(() => tabs[1]?.replica.get(id)).toBeDefined()
      let isRefusing = false
      test.server.refuse = (op) => {
        if (isRefusing) told.refused.add(op.id)
        if (isRefusing) told.everRefused = true
        return isRefusing ? 'forbidden' : undefined
      }
      for (const [index, one] of steps.entries()) {
        if (one.kind === 'refuse') isRefusing = one.on
        else if (one.kind === 'elsewhere') await writeElsewhere(test, id, { [`e${index}`]: index })
        else if (one.kind === 'rival') await writeElsewhere(test, id, { a: -index - 1 })
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
      if (!told.everRefused) expect(test.server.blobs.size).toBe(told.photos)
      for (const tab of tabs) {
        const status = tab.sync.status()
        expect(new Set(status.setAside.map(({ op }) => op))).toEqual(told.refused)
        expect(status.allSent).toBe(told.refused.size === 0)
        const state = test.server.records.get(id)
        expect(tab.replica.get(id)?.fields).toEqual(state && shownFields(state))
        expect(tab.replica.get(id)?.disputed).toEqual(state && disputedFields(state))
        tab.close()
      }
    }),
    { numRuns: 40 },
  )
}, 120_000)

interface Told {
  writes: number
  photos: number
  /** Set aside by the server, and neither written again nor closed by a person since. */
  readonly refused: Set<OpId>
  everRefused: boolean
}

async function writeElsewhere({ server }: TestWorkspace, id: RecordId, fields: Fields) {
  if (server.records.has(id)) await server.write('audit', HOME_1, id, fields)
}

/** What a person does in « À revoir »: each gesture is words of its own, that must be sent too. */
async function review(
  tab: Workspace,
  kind: 'resolve' | 'again' | 'close',
  { id, told }: { id: RecordId; told: Told },
): Promise<void> {
  const [dispute] = tab.replica.disputesOf(id)
  const aside = tab.sync.status().setAside.find(({ op }) => told.refused.has(op))
  if (kind === 'resolve') {
    if (!dispute) return
    await tab.writer.resolve(id, dispute.field, dispute.values[0]?.value ?? null)
    told.writes++
    return
  }
  if (!aside) return
  // A gesture on the list has no words to write again: it is closed.
  if (kind === 'again' && aside.record === id) {
    await tab.writer.writeAgain(aside.n, 'Écrit à nouveau')
    told.writes += 2
  } else {
    await tab.writer.settle([aside.op], 'Vu')
    told.writes++
  }
  told.refused.delete(aside.op)
}

async function play(
  { openAgain, server }: TestWorkspace,
  tabs: Workspace[],
  one: {
    kind: 'write' | 'photo' | 'round' | 'reopen' | 'resolve' | 'again' | 'close'
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
  if (one.kind === 'resolve' || one.kind === 'again' || one.kind === 'close') {
    await review(tab, one.kind, { id, told })
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
  return !allSent || (isSent && told.refused.size === 0)
}
