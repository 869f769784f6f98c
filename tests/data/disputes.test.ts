import { expect, test } from 'vitest'
import type { Workspace } from '#data/workspace.ts'
import { EXISTENCE } from '#protocol/disputes.ts'
import { type Op, opIdParts } from '#protocol/op.ts'
import { HOME_1, openTestWorkspace } from '#tests/support/workspace.ts'

const ACTION = { title: 'Refaire les étiquettes', dueOn: '2026-12-01', status: 'todo' }

/** Two tablets that held the same action and wrote on it without seeing each other. */
async function disagreement() {
  const ana = await openTestWorkspace()
  const { id } = await ana.workspace.writer.create('action', HOME_1, ACTION)
  await ana.workspace.sync.now()
  const ben = await openTestWorkspace({ server: ana.server, now: ana.clock.now() + 60_000 })
  await ana.workspace.writer.set(id, { dueOn: '2026-12-15' })
  await ben.workspace.writer.set(id, { dueOn: '2026-11-30' })
  await meet(ana.workspace, ben.workspace)
  return { id, ana, ben, server: ana.server }
}

async function meet(...devices: readonly Workspace[]) {
  for (const { sync } of [...devices, ...devices]) await sync.now()
}

test('two tablets that meet show the same value, and both list the two with who wrote them', async () => {
  const { id, ana, ben } = await disagreement()
  for (const { workspace } of [ana, ben]) {
    expect(workspace.replica.disputed().map((snapshot) => snapshot.id)).toEqual([id])
    const [dispute] = workspace.replica.disputesOf(id)
    expect(dispute?.field).toBe('dueOn')
    expect(dispute?.values.map(({ value, authors }) => [value, authors[0]?.device])).toEqual([
      ['2026-11-30', ben.profile.device],
      ['2026-12-15', ana.profile.device],
    ])
  }
})

test('settled offline on one, it is settled on the other once they met', async () => {
  const { id, ana, ben, server } = await disagreement()
  server.offline = true
  await ana.workspace.writer.resolve(id, 'dueOn', '2026-12-15')
  expect(ana.workspace.replica.disputed()).toEqual([])
  server.offline = false
  await meet(ana.workspace, ben.workspace)
  for (const { workspace } of [ana, ben]) {
    expect(workspace.replica.get(id)?.fields.dueOn).toBe('2026-12-15')
    expect(workspace.replica.disputed()).toEqual([])
  }
})

test('settled at once in two ways, it is a new disagreement and nothing is lost', async () => {
  const { id, ana, ben } = await disagreement()
  await ana.workspace.writer.resolve(id, 'dueOn', '2026-12-15')
  await ben.workspace.writer.resolve(id, 'dueOn', '2026-11-30')
  await meet(ana.workspace, ben.workspace)
  for (const { workspace } of [ana, ben]) {
    const [dispute] = workspace.replica.disputesOf(id)
    expect(dispute?.values.map(({ value }) => value).sort()).toEqual(['2026-11-30', '2026-12-15'])
  }
})

test('a record deleted here and written there is kept, until a person says which', async () => {
  const ana = await openTestWorkspace()
  const { id } = await ana.workspace.writer.create('action', HOME_1, ACTION)
  await ana.workspace.sync.now()
  const ben = await openTestWorkspace({ server: ana.server })
  await ana.workspace.writer.remove(id)
  await ben.workspace.writer.set(id, { pilot: 'IDE coordinatrice' })
  await meet(ana.workspace, ben.workspace)
  const [dispute] = ana.workspace.replica.disputesOf(id)
  expect(dispute).toMatchObject({
    field: EXISTENCE,
    values: [
      { value: true, authors: [{ device: ben.profile.device }] },
      { value: null, authors: [{ device: ana.profile.device }] },
    ],
  })
  await ben.workspace.writer.resolve(id, EXISTENCE, true)
  await meet(ben.workspace, ana.workspace)
  expect(ana.workspace.replica.disputed()).toEqual([])
  expect(ana.workspace.replica.get(id)?.fields.pilot).toBe('IDE coordinatrice')
  await ana.workspace.writer.remove(id)
  await meet(ana.workspace, ben.workspace)
  expect(ben.workspace.replica.get(id)).toBeUndefined()
})

test('words set aside are written again as a new operation, and the old one ends', async () => {
  const { workspace, server } = await openTestWorkspace()
  const { id } = await workspace.writer.create('action', HOME_1, ACTION)
  await workspace.sync.now()
  server.refuse = ({ kind }) => (kind === 'set' ? 'forbidden' : undefined)
  await workspace.writer.set(id, { pilot: 'IDE' })
  await workspace.writer.set(id, { pilot: 'IDE coordinatrice' })
  await workspace.sync.now()
  const setAside = workspace.sync.status().setAside
  expect(setAside.map(({ fields }) => fields.pilot)).toEqual(['IDE', 'IDE coordinatrice'])
  expect(workspace.sync.status().allSent).toBe(false)

  server.refuse = () => undefined
  for (const { n } of setAside) await workspace.writer.writeAgain(n, 'Écrit à nouveau')
  expect(workspace.replica.get(id)?.fields.pilot).toBe('IDE coordinatrice')
  expect(workspace.replica.disputed()).toEqual([])
  expect(workspace.sync.status()).toMatchObject({ setAside: [], allSent: false })
  await workspace.sync.now()
  expect(workspace.sync.status()).toMatchObject({ setAside: [], waiting: [], allSent: true })
  expect(server.records.get(id)?.f.pilot?.v).toBe('IDE coordinatrice')
  // The server is told that the old ones are over, and why.
  const sent = server.requests.flatMap(({ push }) => push?.ops ?? []) as readonly Op[]
  const ends = sent.filter(({ kind }) => kind === 'settle')
  expect(ends.map(({ closes = [] }) => closes.map((op) => opIdParts(op).n))).toEqual(
    setAside.map(({ n }) => [n]),
  )
  expect(ends.map(({ f }) => f.reason?.v)).toEqual(['Écrit à nouveau', 'Écrit à nouveau'])
})

test('words set aside and written again do not undo what others wrote since', async () => {
  const { workspace, server } = await openTestWorkspace()
  const { id } = await workspace.writer.create('action', HOME_1, ACTION)
  await workspace.sync.now()
  server.refuse = ({ kind }) => (kind === 'set' ? 'forbidden' : undefined)
  await workspace.writer.set(id, { pilot: 'IDE' })
  await workspace.sync.now()
  server.refuse = () => undefined
  await server.write('action', HOME_1, id, { pilot: 'Cadre de santé' })
  const [aside] = workspace.sync.status().setAside
  await workspace.sync.now()
  await workspace.writer.writeAgain(aside?.n ?? 0, 'Écrit à nouveau')
  await workspace.sync.now()
  const [dispute] = workspace.replica.disputesOf(id)
  expect(dispute?.values.map(({ value }) => value).sort()).toEqual(['Cadre de santé', 'IDE'])
})

test('set aside for good, it leaves the list on this device and after another opening', async () => {
  const { workspace, server, openAgain } = await openTestWorkspace()
  server.refuse = ({ kind }) => (kind === 'create' ? 'forbidden' : undefined)
  await workspace.writer.create('action', HOME_1, ACTION)
  await workspace.sync.now()
  const [aside] = workspace.sync.status().setAside
  await workspace.writer.settle(aside ? [aside.op] : [], 'Doublon')
  await workspace.sync.now()
  expect(workspace.sync.status()).toMatchObject({ setAside: [], waiting: [], allSent: true })
  expect(workspace.replica.list('action')).toEqual([])
  const again = await openAgain()
  expect(again.sync.status()).toMatchObject({ setAside: [], allSent: true })
})
