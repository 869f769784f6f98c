import { expect, it, vi } from 'vitest'
import type { LocalDb } from '#data/db.ts'
import { createGateway } from '#data/gateway.ts'
import type { Photo, PhotoRef } from '#data/workspace.ts'
import type { RecordId } from '#domain/shared/ids.ts'
import type { Json } from '#domain/shared/json.ts'
import { LIMITS } from '#protocol/limits.ts'
import { createFakeServer } from '#tests/support/fake-server.ts'
import { HOME_1, openTestWorkspace, type TestWorkspace } from '#tests/support/workspace.ts'

const DAY_MS = 86_400_000

it('words typed while photos are on their way leave before the next chunk', async () => {
  const test = await openTestWorkspace()
  const { workspace, server, token } = test
  const audits: RecordId[] = []
  for (let n = 0; n < 10; n++) {
    audits.push((await workspace.writer.create('audit', HOME_1, {})).id)
  }
  for (const [index, id] of audits.entries()) {
    for (let n = 0; n < 20; n++) await attach(test, id, index * 20 + n)
  }
  const [id] = audits
  if (!id) throw new Error('No audit')
  let chunks = 0
  const carry = server.fetch
  vi.spyOn(test.env, 'fetch').mockImplementation(async (path, init) => {
    if (init.method === 'PATCH') {
      chunks++
      // Every word written so far is with the server before this chunk is.
      expect(server.heldFrom(token)).toBe(210 + Math.floor((chunks - 1) / 10))
      if (chunks % 10 === 0) await workspace.writer.set(id, { [`comments.C${chunks}`]: 'mot' })
    }
    return carry(path, init)
  })
  await workspace.sync.now()
  expect(chunks).toBe(200)
  expect(workspace.sync.status()).toMatchObject({
    allSent: true,
    photos: { waiting: 0, sending: { kind: 'idle' } },
  })
})

it('a photo that cannot leave stops no word, and is said apart', async () => {
  const test = await openTestWorkspace()
  const { workspace, server } = test
  const { id } = await workspace.writer.create('audit', HOME_1, {})
  await attach(test, id, 1)
  server.portalFor = '/v1/uploads/'
  await workspace.sync.now()
  const status = workspace.sync.status()
  expect(status).toMatchObject({
    round: { kind: 'idle' },
    allSent: false,
    waiting: [{ operations: 0, photos: 1 }],
    photos: { waiting: 1, sentBytes: 0, sending: { kind: 'failed', error: 'offline' } },
  })
})

it('an upload goes on from where the server stands, whatever was lost here', async () => {
  const test = await openTestWorkspace()
  const { workspace, server, openAgain } = test
  const { id } = await workspace.writer.create('audit', HOME_1, {})
  const bytes = new Uint8Array(3 * LIMITS.firstChunkBytes + 1).fill(7)
  bytes.set([0xff, 0xd8, 0xff])
  await workspace.writer.attach(id, 'photos.P1', { ...photo(0), bytes: bytes.buffer })
  const offsets: number[] = []
  const carry = server.fetch
  vi.spyOn(test.env, 'fetch').mockImplementation(async (path, init) => {
    if (init.method === 'PATCH') {
      offsets.push(Number(new Headers(init.headers).get('upload-offset')))
      if (offsets.length === 2) server.offline = true
    }
    return carry(path, init)
  })
  await workspace.sync.now()
  expect(server.blobs.size).toBe(0)
  workspace.close()
  server.offline = false
  const again = await openAgain()
  await again.sync.now()
  expect(again.sync.status().allSent).toBe(true)
  // The chunk that was cut is sent again, and no other.
  expect(new Set(offsets).size).toBe(offsets.length - 1)
})

it('bytes damaged on this device are never sent, and the loss is said', async () => {
  const test = await openTestWorkspace()
  const { workspace, server, profile } = test
  const { id } = await workspace.writer.create('audit', HOME_1, {})
  const { sha256 } = await attach(test, id, 1)
  await onDisk(profile.device, (db) =>
    db.blobBytes.update(sha256, { bytes: new Uint8Array([1, 2, 3]).buffer }),
  )
  await workspace.sync.now()
  expect(server.blobs.size).toBe(0)
  expect(workspace.sync.status()).toMatchObject({ lostPhotos: [sha256], allSent: false })
})

it('a photo that another device has not sent yet is said expected, not absent', async () => {
  const server = createFakeServer(() => Date.parse('2026-11-24T13:00:00Z'))
  const officer = await openTestWorkspace({ server })
  const { id } = await officer.workspace.writer.create('audit', HOME_1, {})
  const ref = await attach(officer, id, 1)
  server.portalFor = '/v1/uploads/'
  await officer.workspace.sync.now()
  const lead = await openTestWorkspace({ server, role: 'quality-lead' })
  expect(lead.workspace.sync.status().expectedPhotos).toEqual([ref.sha256])
  expect(await lead.workspace.photos.load(ref)).toEqual({ kind: 'expected' })
  server.offline = true
  expect(await lead.workspace.photos.load(ref)).toEqual({ kind: 'expected' })
  server.offline = false
  server.portalFor = undefined
  await officer.workspace.sync.now()
  await lead.workspace.sync.now()
  expect(lead.workspace.sync.status().expectedPhotos).toEqual([])
  expect(await lead.workspace.photos.load(ref)).toMatchObject({ kind: 'here' })
})

it('bytes leave the device 30 days after the server proved it has them, and come back when asked', async () => {
  const test = await openTestWorkspace()
  const { workspace, server, clock, profile } = test
  const { id } = await workspace.writer.create('audit', HOME_1, { status: 'closed' })
  const ref = await attach(test, id, 1)
  await workspace.sync.now()
  clock.advance(29 * DAY_MS)
  await workspace.sync.now()
  expect(await addressesHeld(profile.device)).toEqual([ref.sha256])
  clock.advance(2 * DAY_MS)
  await workspace.sync.now()
  expect(await addressesHeld(profile.device)).toEqual([])
  server.offline = true
  expect(await workspace.photos.load(ref)).toEqual({ kind: 'away' })
  server.offline = false
  expect(await workspace.photos.load(ref)).toMatchObject({ kind: 'here' })
  expect(await addressesHeld(profile.device)).toEqual([ref.sha256])
})

it('bytes stay while their record is open here, and while the server lacks them', async () => {
  const test = await openTestWorkspace()
  const { workspace, server, clock, profile } = test
  const open = await workspace.writer.create('audit', HOME_1, { status: 'draft' })
  const closed = await workspace.writer.create('audit', HOME_1, { status: 'closed' })
  const first = await attach(test, open.id, 1)
  await workspace.sync.now()
  server.portalFor = '/v1/uploads/'
  const second = await attach(test, closed.id, 2)
  clock.advance(60 * DAY_MS)
  await workspace.sync.now()
  clock.advance(60 * DAY_MS)
  await workspace.sync.now()
  expect(await addressesHeld(profile.device)).toEqual([first.sha256, second.sha256].sort())
})

it('records nobody looks at are not read to free bytes: those still open, once there are old ones', async () => {
  const test = await openTestWorkspace()
  const { workspace, clock } = test
  const open = await workspace.writer.create('audit', HOME_1, { status: 'draft' })
  const closed = await workspace.writer.create('audit', HOME_1, { status: 'closed' })
  await workspace.sync.now()
  const looks = vi.spyOn(workspace.replica, 'latest')
  const lists = vi.spyOn(workspace.replica, 'list')
  clock.advance(60 * DAY_MS)
  await workspace.sync.now()
  expect(looks).not.toHaveBeenCalled()
  await attach(test, closed.id, 1)
  await workspace.sync.now()
  clock.advance(60 * DAY_MS)
  await workspace.sync.now()
  const read = looks.mock.results.flatMap(({ value }) => value.map(({ id }: { id: string }) => id))
  expect(read).toEqual([open.id])
  expect(lists).not.toHaveBeenCalled()
})

it('bytes that no operation came to name are freed an hour later', async () => {
  const { workspace, clock, profile } = await openTestWorkspace()
  await onDisk(profile.device, (db) =>
    db.blobBytes.put({ sha256: 'a'.repeat(64), keptAt: clock.now(), bytes: new ArrayBuffer(9) }),
  )
  await workspace.sync.now()
  expect(await addressesHeld(profile.device)).toHaveLength(1)
  clock.advance(DAY_MS)
  await workspace.sync.now()
  expect(await addressesHeld(profile.device)).toEqual([])
})

it('the twenty-first photo of a record is refused, and the words beside it are not', async () => {
  const test = await openTestWorkspace()
  const { workspace } = test
  const { id } = await workspace.writer.create('audit', HOME_1, {})
  for (let seed = 0; seed < LIMITS.photosPerRecord; seed++) await attach(test, id, seed)
  await expect(attach(test, id, 99)).rejects.toMatchObject({ kind: 'too-many-photos' })
  await workspace.writer.set(id, { 'comments.C1': 'vu' })
  await workspace.sync.now()
  expect(workspace.sync.status()).toMatchObject({ allSent: true, setAside: [] })
})

function photo(seed: number): Photo {
  const bytes = new Uint8Array([0xff, 0xd8, 0xff, seed, seed >> 8]).buffer
  return { bytes, mime: 'image/jpeg', width: 4, height: 3 }
}

async function attach({ workspace }: TestWorkspace, id: RecordId, seed: number): Promise<PhotoRef> {
  const field = `photos.C1.${seed}`
  await workspace.writer.attach(id, field, photo(seed))
  return workspace.replica.get(id)?.fields[field] as Json as unknown as PhotoRef
}

const addressesHeld = (device: string) =>
  onDisk(device, async (db) => (await db.blobBytes.toCollection().primaryKeys()).sort())

async function onDisk<T>(device: string, unit: (db: LocalDb) => Promise<T>): Promise<T> {
  const gateway = createGateway(device, () => Promise.resolve())
  try {
    return await gateway.withDb(unit)
  } finally {
    gateway.close()
  }
}
