import { describe, expect, it } from 'vitest'
import { createGateway } from '#data/gateway.ts'
import type { Photo } from '#data/workspace.ts'
import { createFakeServer } from '#tests/support/fake-server.ts'
import { HOME_1, HOME_2, openTestWorkspace } from '#tests/support/workspace.ts'

const AUDIT = { id: 'a1', type: 'audit', fields: { status: 'open', note: 'avant' } } as const

describe('a round', () => {
  it('brings what is granted, whole, and says so', async () => {
    const { workspace } = await openTestWorkspace({
      records: [
        AUDIT,
        { id: 'h1', type: 'site', fields: { name: 'Les Acomats' } },
        { id: 'x1', type: 'declarant', fields: { name: 'Personne' } },
      ],
    })
    expect(workspace.replica.list('audit', HOME_1)).toHaveLength(1)
    expect(workspace.replica.list('audit', HOME_2)).toEqual([])
    expect(workspace.replica.list('site')).toHaveLength(1)
    expect(workspace.replica.list('declarant')).toEqual([])
    expect(workspace.sync.status()).toMatchObject({ complete: true, allSent: true, holes: [] })
  })

  it('receives more than a page and keeps it for the next opening', async () => {
    const records = Array.from({ length: 1_203 }, (_, index) => ({
      id: `action-${index}`,
      type: 'action' as const,
      fields: { title: `Action ${index}` },
    }))
    const { workspace, openAgain } = await openTestWorkspace({ records })
    expect(workspace.replica.list('action')).toHaveLength(1_203)
    workspace.close()
    expect((await openAgain()).replica.list('action')).toHaveLength(1_203)
  })

  it('keeps the same array until one of its records changes', async () => {
    const { workspace } = await openTestWorkspace({
      records: [AUDIT, { id: 'p1', type: 'action', fields: {} }],
    })
    const audits = workspace.replica.list('audit')
    const actions = workspace.replica.list('action', HOME_1)
    const [audit] = audits
    if (!audit) throw new Error('not received')
    await workspace.writer.set(audit.id, { status: 'closed' })
    expect(workspace.replica.list('action', HOME_1)).toBe(actions)
    expect(workspace.replica.list('audit')).not.toBe(audits)
    expect(workspace.replica.list('audit')).toBe(workspace.replica.list('audit'))
  })

  it('lays what was typed here over what comes from elsewhere', async () => {
    const { workspace, server } = await openTestWorkspace({ records: [AUDIT] })
    const [audit] = workspace.replica.list('audit')
    if (!audit) throw new Error('not received')
    server.offline = true
    await workspace.writer.set(audit.id, { status: 'closed' })
    await server.write('audit', HOME_1, 'a1', { note: 'après', other: 1 })
    server.offline = false
    server.faults.push('offline')
    await workspace.sync.now()
    expect(workspace.replica.get(audit.id)?.fields).toMatchObject({ note: 'avant' })
    await workspace.sync.now()
    expect(workspace.replica.get(audit.id)).toMatchObject({
      fields: { status: 'closed', note: 'après', other: 1 },
      unsent: false,
      disputed: [],
    })
  })

  it('keeps both values when two people wrote the same field unseen', async () => {
    const { workspace, server } = await openTestWorkspace({ records: [AUDIT] })
    const [audit] = workspace.replica.list('audit')
    if (!audit) throw new Error('not received')
    await workspace.writer.set(audit.id, { note: 'mien' })
    await server.write('audit', HOME_1, 'a1', { note: 'leur' })
    await workspace.sync.now()
    expect(workspace.replica.get(audit.id)?.disputed).toEqual(['note'])
    const state = server.records.get(audit.id)
    const values = [state?.f.note?.v, ...(state?.x?.note ?? []).map(({ v }) => v)]
    expect(values.toSorted()).toEqual(['leur', 'mien'])
  })

  it('whose answer was lost is made again, and nothing is done twice', async () => {
    const { workspace, server, token } = await openTestWorkspace()
    const { id } = await workspace.writer.create('audit', HOME_1, { a: 1 })
    server.faults.push('lose-answer')
    await workspace.sync.now()
    expect(workspace.sync.status()).toMatchObject({
      allSent: false,
      round: { kind: 'failed', error: 'offline' },
    })
    await workspace.writer.set(id, { a: 2 })
    await workspace.sync.now()
    expect(server.heldFrom(token)).toBe(2)
    expect(server.records.get(id)?.f.a?.v).toBe(2)
    expect(workspace.replica.get(id)).toMatchObject({ fields: { a: 2 }, disputed: [] })
    expect(workspace.sync.status().allSent).toBe(true)
  })

  it('that finds a bad operation sets it aside with its words, and the others pass', async () => {
    const { workspace, server, token } = await openTestWorkspace()
    server.refuse = (op) => (op.f.note ? 'forbidden' : undefined)
    const { id } = await workspace.writer.create('audit', HOME_1, { a: 1 })
    await workspace.writer.set(id, { note: 'des mots' })
    await workspace.writer.set(id, { b: 1 })
    await workspace.sync.now()
    expect(server.heldFrom(token)).toBe(3)
    const status = workspace.sync.status()
    expect(status.waiting).toEqual([])
    expect(status.allSent).toBe(false)
    expect(status.setAside).toMatchObject([
      { n: 2, record: id, type: 'audit', reason: 'forbidden', fields: { note: 'des mots' } },
    ])
    expect(workspace.replica.get(id)?.fields).toEqual({ a: 1, b: 1 })
  })

  it('that sets a creation aside does not stop who is writing on it', async () => {
    const { workspace, server, token } = await openTestWorkspace()
    server.refuse = (op) => (op.kind === 'create' ? 'forbidden' : undefined)
    const { id } = await workspace.writer.create('audit', HOME_1, { form: 'f' })
    await workspace.sync.now()
    expect(workspace.replica.get(id)).toBeUndefined()
    await workspace.writer.set(id, { note: 'en pleine phrase' })
    expect(workspace.replica.get(id)?.fields).toEqual({ note: 'en pleine phrase' })
    await workspace.sync.now()
    expect(server.heldFrom(token)).toBe(2)
  })

  it.each([
    'captive-portal',
    'wrong-shape',
    'offline',
    { status: 503, error: { kind: 'server-fault' } },
    { status: 401, error: { kind: 'revoked' } },
    { status: 409, error: { kind: 'clone', n: 1 } },
  ] as const)('answered by junk or refusal (%j) moves nothing and loses nothing', async (fault) => {
    const { workspace, server, openAgain } = await openTestWorkspace({ records: [AUDIT] })
    const { id } = await workspace.writer.create('action', HOME_1, { title: 'à faire' })
    await server.write('audit', HOME_1, 'a1', { note: 'après' })
    const contact = workspace.sync.status().lastContactAt
    server.faults.push(fault)
    await workspace.sync.now()
    const error = typeof fault === 'object' ? fault.error.kind : 'offline'
    expect(workspace.sync.status()).toMatchObject({
      round: { kind: 'failed', error },
      allSent: false,
      lastContactAt: contact,
      waiting: [{ record: id, operations: 1 }],
    })
    const again = await openAgain()
    await again.sync.now()
    expect(again.replica.list('audit')[0]?.fields).toMatchObject({ note: 'après' })
    expect(again.sync.status().allSent).toBe(true)
  })

  it('that grants nothing is a fault, never an order to erase', async () => {
    const { workspace, server, openAgain } = await openTestWorkspace({ records: [AUDIT] })
    server.faults.push('no-grants')
    await workspace.sync.now()
    expect(workspace.sync.status().round).toMatchObject({ kind: 'failed', error: 'forbidden' })
    expect(workspace.replica.list('audit')).toHaveLength(1)
    expect((await openAgain()).replica.list('audit')).toHaveLength(1)
  })

  it('of an app too old for the server hands over what was written, and says so', async () => {
    const { workspace, server, token } = await openTestWorkspace({ records: [AUDIT] })
    await server.write('audit', HOME_1, 'a1', { note: 'après' })
    await workspace.writer.create('action', HOME_1, { title: 'à faire' })
    server.faults.push({ status: 426, error: { kind: 'protocol-too-old', oldest: 2 } })
    await workspace.sync.now()
    expect(server.heldFrom(token)).toBe(1)
    expect(server.requests.at(-1)?.pull).toBeUndefined()
    expect(workspace.replica.list('audit')[0]?.fields).toMatchObject({ note: 'avant' })
    expect(workspace.sync.status()).toMatchObject({
      waiting: [],
      round: { kind: 'failed', error: 'protocol-too-old' },
    })
    await workspace.sync.now()
    expect(workspace.replica.list('audit')[0]?.fields).toMatchObject({ note: 'après' })
  })

  it('halves what it sends when a proxy finds it too large', async () => {
    const { workspace, server, token } = await openTestWorkspace()
    for (let index = 0; index < 7; index++) await workspace.writer.create('action', HOME_1, {})
    const tooLarge = { status: 413, error: {} }
    server.faults.push(tooLarge, tooLarge)
    await workspace.sync.now()
    expect(server.heldFrom(token)).toBe(7)
    expect(server.requests.at(1)?.push?.ops).toHaveLength(1)
    expect(workspace.sync.status().allSent).toBe(true)
  })

  it('sends again what a server put back to an older day has lost', async () => {
    const { workspace, server, token } = await openTestWorkspace()
    for (let index = 0; index < 5; index++) await workspace.writer.create('action', HOME_1, {})
    await workspace.sync.now()
    server.restoreTo(token, 2)
    await workspace.writer.create('action', HOME_1, {})
    await workspace.sync.now()
    expect(server.heldFrom(token)).toBe(6)
    expect(workspace.sync.status()).toMatchObject({ allSent: true, holes: [] })
  })

  it('names the numbers that this device gave and no longer holds, and the rest passes', async () => {
    const { workspace, server, profile, token, openAgain } = await openTestWorkspace()
    for (let index = 0; index < 4; index++) await workspace.writer.create('action', HOME_1, {})
    workspace.close()
    const gateway = createGateway(profile.device, () => Promise.resolve())
    await gateway.withDb((db) => db.ops.bulkDelete([2, 3]))
    gateway.close()
    const again = await openAgain()
    await again.sync.now()
    const status = again.sync.status()
    expect(status.holes).toEqual([2, 3])
    expect(status.allSent).toBe(false)
    expect(server.heldFrom(token)).toBe(4)
    expect(status.notes).toMatchObject([{ kind: 'lost', count: 2 }])
    await again.sync.understood()
    expect(again.sync.status()).toMatchObject({ holes: [], allSent: true })
  })
})

describe('a page and its cursor', () => {
  it('are kept together or not at all', async () => {
    const { workspace, server, profile, openAgain } = await openTestWorkspace({ records: [AUDIT] })
    const { id } = await workspace.writer.create('action', HOME_1, {})
    await server.write('audit', HOME_1, 'a1', { note: 'après' })
    const before = await rowsOf(profile.device)
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
      if (this.name === 'meta') throw new DOMException('no room', 'QuotaExceededError')
      return put.apply(this, args)
    }
    await workspace.sync.now()
    IDBObjectStore.prototype.put = put
    expect(await rowsOf(profile.device)).toEqual(before)
    expect(workspace.sync.status()).toMatchObject({
      allSent: false,
      round: { kind: 'failed', error: 'disk' },
    })
    expect(workspace.replica.get(id)?.unsent).toBe(true)
    const again = await openAgain()
    await again.sync.now()
    expect(again.replica.list('audit')[0]?.fields).toMatchObject({ note: 'après' })
    expect(again.sync.status().allSent).toBe(true)
  })
})

describe('photos', () => {
  it('go after the words, and count as sent when the server no longer asks', async () => {
    const { workspace, server, openAgain } = await openTestWorkspace()
    const { id } = await workspace.writer.create('audit', HOME_1, {})
    await workspace.writer.attach(id, 'photos.P1', photo(7))
    expect(workspace.sync.status().waiting).toMatchObject([{ operations: 2, photos: 1 }])
    await workspace.sync.now()
    expect(server.blobs.size).toBe(1)
    expect(workspace.sync.status()).toMatchObject({ allSent: true, waiting: [] })
    const again = await openAgain()
    const ref = again.replica.get(id)?.fields['photos.P1']
    expect(ref).toMatchObject({ size: 4, mime: 'image/jpeg', width: 4, height: 3 })
    expect(again.sync.status().waiting).toEqual([])
  })

  it('that a captive portal swallowed keep « tout est envoyé » false', async () => {
    const { workspace, server, token } = await openTestWorkspace()
    const { id } = await workspace.writer.create('audit', HOME_1, {})
    await workspace.writer.attach(id, 'photos.P1', photo(8))
    server.portalFor = '/v1/uploads/'
    await workspace.sync.now()
    expect(server.heldFrom(token)).toBe(2)
    expect(server.blobs.size).toBe(0)
    expect(workspace.sync.status()).toMatchObject({
      allSent: false,
      waiting: [{ record: id, operations: 0, photos: 1 }],
    })
    server.portalFor = undefined
    await workspace.sync.now()
    expect(workspace.sync.status().allSent).toBe(true)
  })

  it('of a colleague come when asked and are checked by their address', async () => {
    const server = createFakeServer(() => Date.parse('2026-11-24T13:00:00Z'))
    const officer = await openTestWorkspace({ server })
    const { id } = await officer.workspace.writer.create('audit', HOME_1, {})
    await officer.workspace.writer.attach(id, 'photos.P1', photo(9))
    await officer.workspace.sync.now()
    const lead = await openTestWorkspace({ server, role: 'quality-lead' })
    const value = lead.workspace.replica.get(id)?.fields['photos.P1']
    const sha256 = value && typeof value === 'object' && 'sha256' in value ? value.sha256 : ''
    const ref = { sha256: String(sha256), size: 4, mime: 'image/jpeg', width: 4, height: 3 }
    const found = await lead.workspace.photos.load(ref)
    const bytes = found.kind === 'here' ? await found.blob.arrayBuffer() : new ArrayBuffer(0)
    expect(new Uint8Array(bytes)[3]).toBe(9)
    server.blobs.set('0'.repeat(64), new Uint8Array([1]).buffer)
    const other = { ...ref, sha256: '0'.repeat(64) }
    expect(await lead.workspace.photos.load(other)).toEqual({ kind: 'away' })
    server.offline = true
    expect(await lead.workspace.photos.load(ref)).toMatchObject({ kind: 'here' })
  })
})

function photo(seed: number): Photo {
  const bytes = new Uint8Array([0xff, 0xd8, 0xff, seed]).buffer
  return { bytes, mime: 'image/jpeg', width: 4, height: 3 }
}

async function rowsOf(device: string) {
  const gateway = createGateway(device, () => Promise.resolve())
  const rows = await gateway.withDb(async (db) => [
    await db.pages.toArray(),
    await db.ops.toArray(),
    await db.journal.toArray(),
    await db.meta.toArray(),
  ])
  gateway.close()
  return rows
}
