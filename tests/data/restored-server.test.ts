import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordId } from '#domain/shared/ids.ts'
import { shownFields } from '#protocol/merge.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import { joinServer, type RealDevice } from '#tests/support/real-device.ts'
import { createTestServer, HOME_1, PEOPLE, type TestServer } from '#tests/support/test-server.ts'

let server: TestServer
let officer: RealDevice
let lead: RealDevice

beforeEach(async () => {
  server = await createTestServer()
  officer = await joinServer(server, PEOPLE.officer)
  lead = await joinServer(server, PEOPLE['quality-lead'])
})

afterEach(async () => {
  officer.workspace.close()
  lead.workspace.close()
  expect(server.faults).toEqual([])
  expect(await server.store.read(differencesWithLog)).toEqual([])
  await server.close()
})

describe.each(['renewed', 'forgotten'] as const)('a backup put back, its epoch %s', (epoch) => {
  it('gets again what this device had handed over, and the screen never loses it', async () => {
    const early = await audit(officer, { note: 'avant la copie' })
    const backup = await server.backUp()
    await set(officer, early, { note: 'après la copie' })
    const late = await audit(officer, { note: 'jamais copié' })
    await server.putBack(backup, epoch)

    const seen = watch(officer, early, late)
    await officer.workspace.sync.now()
    expect(seen()).toEqual([{ early: 'après la copie', late: 'jamais copié' }])
    expect(await onServer(early)).toEqual({ note: 'après la copie' })
    expect(await onServer(late)).toEqual({ note: 'jamais copié' })
    expect(officer.workspace.sync.status()).toMatchObject({
      allSent: true,
      complete: true,
      holes: [],
      awaited: [],
      notes: [{ kind: 'restored', count: 2 }],
    })
    const again = await officer.reopen()
    expect(again.replica.get(early)).toMatchObject({ fields: { note: 'après la copie' } })
    expect(again.replica.get(early)?.disputed).toEqual([])
  })

  it('does not make a colleague’s later words look disputed while all is sent again', async () => {
    const id = await audit(officer, { note: 'officier' })
    await lead.workspace.sync.now()
    await set(lead, id, { note: 'référente' })
    await officer.workspace.sync.now()
    const backup = await server.backUp()
    await set(officer, id, { other: 1 })
    await server.putBack(backup, epoch)
    const disputes: string[][] = []
    officer.workspace.replica.subscribe(() => {
      disputes.push([...(officer.workspace.replica.get(id)?.disputed ?? [])])
    })
    await officer.workspace.sync.now()
    expect(disputes.flat()).toEqual([])
    expect(officer.workspace.replica.get(id)?.fields).toEqual({ note: 'référente', other: 1 })
  })
})

describe('a record that only another device can bring back', () => {
  it('stays on screen, is said to be awaited, and comes back with its author', async () => {
    const backup = await server.backUp()
    const id = await audit(lead, { note: 'de la référente' })
    await officer.workspace.sync.now()
    await server.putBack(backup, 'renewed')
    await officer.workspace.sync.now()
    expect(await onServer(id)).toBeUndefined()
    expect(officer.workspace.replica.get(id)?.fields).toEqual({ note: 'de la référente' })
    expect(officer.workspace.sync.status()).toMatchObject({ awaited: [id], complete: true })
    expect((await officer.reopen()).sync.status().awaited).toEqual([id])

    await lead.workspace.sync.now()
    await officer.workspace.sync.now()
    expect(await onServer(id)).toEqual({ note: 'de la référente' })
    expect(officer.workspace.sync.status().awaited).toEqual([])
  })

  it('goes back whole with the first word written on it here, and its author adds nothing', async () => {
    const backup = await server.backUp()
    const id = await audit(lead, { note: 'un', other: 'deux' })
    await set(lead, id, { note: 'un bis' })
    await officer.workspace.sync.now()
    await server.putBack(backup, 'renewed')
    await officer.workspace.sync.now()
    await set(officer, id, { third: 3 })
    const whole = { note: 'un bis', other: 'deux', third: 3 }
    expect(await onServer(id)).toEqual(whole)
    expect(officer.workspace.replica.get(id)?.fields).toEqual(whole)

    await lead.workspace.sync.now()
    await officer.workspace.sync.now()
    expect(await onServer(id)).toEqual(whole)
    for (const { workspace } of [officer, lead]) {
      expect(workspace.replica.get(id)?.disputed).toEqual([])
      expect(workspace.sync.status()).toMatchObject({ allSent: true, awaited: [] })
    }
  })
})

it('a record made and deleted since the copy takes its figure away from who had received it', async () => {
  const backup = await server.backUp()
  const id = await audit(lead, { note: 'vite fait' })
  await officer.workspace.sync.now()
  const figures = () => officer.workspace.replica.list('filling-figure').length
  const before = figures()
  await lead.workspace.writer.remove(id)
  await lead.workspace.sync.now()
  await server.putBack(backup, 'renewed')
  await lead.workspace.sync.now()
  await officer.workspace.sync.now()
  expect([before, figures()]).toEqual([1, 0])
  expect(officer.workspace.sync.status()).toMatchObject({ allSent: true, awaited: [] })
})

it('what the server had set aside is set aside again, and never shows meanwhile', async () => {
  const director = await joinServer(server, PEOPLE.director)
  const backup = await server.backUp()
  const { id } = await director.workspace.writer.create('action', HOME_1, { title: 'à moi' })
  await director.workspace.sync.now()
  await server.putBack(backup, 'renewed')
  const shown: unknown[] = []
  director.workspace.replica.subscribe(() => shown.push(director.workspace.replica.get(id)))
  await director.workspace.sync.now()
  expect(shown.filter((snapshot) => snapshot !== undefined)).toEqual([])
  expect(director.workspace.sync.status().setAside).toMatchObject([{ record: id }])
  director.workspace.close()
})

it('a server that wrote less than a cursor but all our numbers is read anew as well', async () => {
  const backup = await server.backUp()
  await audit(lead, { note: 'hors copie' })
  await officer.workspace.sync.now()
  await server.putBack(backup, 'forgotten')
  await officer.workspace.sync.now()
  expect(officer.workspace.sync.status().notes).toMatchObject([{ kind: 'restored', count: 0 }])
  await officer.workspace.sync.understood()
  expect(officer.workspace.sync.status().notes).toEqual([])
  expect((await officer.reopen()).sync.status().notes).toEqual([])
})

async function audit({ workspace }: RealDevice, fields: Record<string, string | number>) {
  const { id } = await workspace.writer.create('audit', HOME_1, fields)
  await workspace.sync.now()
  return id
}

async function set(
  { workspace }: RealDevice,
  id: RecordId,
  fields: Record<string, string | number>,
) {
  await workspace.writer.set(id, fields)
  await workspace.sync.now()
}

async function onServer(id: RecordId) {
  const record = await server.store.read((session) => session.records.get(id))
  return record && { ...shownFields(record.state) }
}

/** Every distinct thing the screen shows of two notes from now on. */
function watch({ workspace }: RealDevice, early: RecordId, late: RecordId) {
  const seen = new Set<string>()
  const look = () => {
    const noteOf = (id: RecordId) => workspace.replica.get(id)?.fields.note ?? null
    seen.add(JSON.stringify({ early: noteOf(early), late: noteOf(late) }))
  }
  workspace.replica.subscribe(look)
  look()
  return () => [...seen].map((text) => JSON.parse(text) as unknown)
}
