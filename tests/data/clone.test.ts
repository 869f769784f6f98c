import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Env } from '#data/env.ts'
import type { Workspace } from '#data/workspace.ts'
import { sha256Hex } from '#protocol/hash-op.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import { type DiskImage, readImage, writeImage } from '#tests/support/disk-image.ts'
import { joinServer, type RealDevice } from '#tests/support/real-device.ts'
import { createTestServer, HOME_1, PEOPLE, type TestServer } from '#tests/support/test-server.ts'

let server: TestServer
let tablet: RealDevice

beforeEach(async () => {
  server = await createTestServer()
  tablet = await joinServer(server, PEOPLE.officer)
})

afterEach(async () => {
  tablet.workspace.close()
  expect(server.faults).toEqual([])
  expect(await server.store.read(differencesWithLog)).toEqual([])
  await server.close()
})

describe('a tablet put back from its own backup', () => {
  it('gets a name of its own; what waited goes on under it, once, with what points to it', async () => {
    const { id } = await tablet.workspace.writer.create('audit', HOME_1, { note: 'commun' })
    await tablet.workspace.sync.now()
    const image = await shut()
    await (await tablet.reopen()).writer.create('action', HOME_1, { title: 'du premier' })
    await tablet.workspace.sync.now()

    await startFrom(image)
    const copy = tablet.workspace
    await copy.writer.set(id, { note: 'de la copie' })
    await copy.writer.set(id, { note: 'de la copie, relu' })
    const made = await copy.writer.create('action', HOME_1, { title: 'de la copie' })
    await copy.writer.remove(made.id)
    await copy.sync.now()

    expect(copy.sync.status()).toMatchObject({
      allSent: true,
      round: { kind: 'idle' },
      notes: [{ kind: 'renumbered', count: 4 }],
    })
    expect(copy.replica.get(id)).toMatchObject({
      fields: { note: 'de la copie, relu' },
      disputed: [],
    })
    expect(copy.replica.get(made.id)).toBeUndefined()
    expect(copy.replica.list('action').map(({ fields }) => fields.title)).toEqual(['du premier'])
    expect((await logged()).map(({ op }) => op.split(':')[1])).toEqual([
      '1',
      '2',
      '2',
      '3',
      '4',
      '5',
    ])
    const again = await tablet.reopen()
    await again.writer.set(id, { note: 'encore' })
    await again.sync.now()
    expect(again.sync.status().allSent).toBe(true)
    expect(again.replica.get(id)?.disputed).toEqual([])
  })

  it('that finds its double’s numbers while it has nothing to send goes on after them', async () => {
    const image = await shut()
    await (await tablet.reopen()).writer.create('action', HOME_1, { title: 'du premier' })
    await tablet.workspace.sync.now()
    await startFrom(image)
    await tablet.workspace.sync.now()
    await tablet.workspace.writer.create('action', HOME_1, { title: 'du second' })
    await tablet.workspace.sync.now()
    expect(tablet.workspace.replica.list('action')).toHaveLength(2)
    expect(tablet.workspace.sync.status()).toMatchObject({ allSent: true, notes: [] })
  })

  it('is asked under its new name for a photo it named under the old one, and sends it', async () => {
    const { id } = await tablet.workspace.writer.create('audit', HOME_1, {})
    const { fetch } = tablet.env
    const noUploads: Env['fetch'] = async (path, init) => {
      if (path.startsWith('/v1/uploads/')) throw new TypeError('Failed to fetch')
      return fetch(path, init)
    }
    Object.assign(tablet.env, { fetch: noUploads })
    const bytes = new Uint8Array([0xff, 0xd8, 0xff, 9]).buffer
    const photo = { bytes, mime: 'image/jpeg', width: 1, height: 1 } as const
    await tablet.workspace.writer.attach(id, 'photos.P1', photo)
    await tablet.workspace.sync.now()
    const image = await shut()
    // The double takes the next number, then is never seen again.
    await (await tablet.reopen()).writer.create('action', HOME_1, { title: 'du premier' })
    await tablet.workspace.sync.now()
    await startFrom(image)
    await tablet.workspace.writer.set(id, { note: 'de la copie' })
    await tablet.workspace.sync.now()
    expect(tablet.workspace.sync.status()).toMatchObject({
      allSent: false,
      waiting: [{ operations: 0, photos: 1 }],
      notes: [{ kind: 'renumbered' }],
    })

    Object.assign(tablet.env, { fetch })
    await tablet.workspace.sync.now()
    expect(tablet.workspace.sync.status()).toMatchObject({ allSent: true, waiting: [] })
    const sha256 = await sha256Hex(bytes)
    expect(
      await server.store.read(({ blobs }) => blobs.present(sha256, tablet.profile.dispositif.id)),
    ).toMatchObject({ size: 4 })
  })

  it('that answers a lost answer first keeps what the server took under the old name', async () => {
    await tablet.workspace.writer.create('action', HOME_1, { title: 'un' })
    const image = await shut()
    await tablet.reopen()
    // The server takes it; the image does not know.
    await tablet.workspace.sync.now()
    await tablet.workspace.writer.create('action', HOME_1, { title: 'deux du premier' })
    await tablet.workspace.sync.now()
    await startFrom(image)
    await tablet.workspace.writer.create('action', HOME_1, { title: 'deux du second' })
    await tablet.workspace.sync.now()
    const titles = tablet.workspace.replica.list('action').map(({ fields }) => fields.title)
    expect(titles.toSorted()).toEqual(['deux du premier', 'deux du second', 'un'])
    expect(tablet.workspace.sync.status()).toMatchObject({ notes: [{ count: 1 }], allSent: true })
  })
})

it.each(['ops', 'meta'])(
  'a disk that fails at %s while renumbering changes nothing',
  async (table) => {
    const image = await shut()
    await (await tablet.reopen()).writer.create('action', HOME_1, { title: 'du premier' })
    await tablet.workspace.sync.now()
    await startFrom(image)
    await tablet.workspace.writer.create('action', HOME_1, { title: 'un' })
    await tablet.workspace.writer.create('action', HOME_1, { title: 'deux' })
    const before = JSON.stringify(await readImage(tablet.profile.device))
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
      if (this.name === table) throw new DOMException('no room', 'QuotaExceededError')
      return put.apply(this, args)
    }
    try {
      await tablet.workspace.sync.now()
    } finally {
      IDBObjectStore.prototype.put = put
    }
    expect(JSON.stringify(await readImage(tablet.profile.device))).toBe(before)
    expect(tablet.workspace.sync.status().waiting).toHaveLength(2)
    await (await tablet.reopen()).sync.now()
    expect(tablet.workspace.replica.list('action')).toHaveLength(3)
    expect(tablet.workspace.sync.status().allSent).toBe(true)
  },
)

it('two copies and a server put back: each word typed is on the server once, whoever came first', async () => {
  const step = fc.record({
    kind: fc.constantFrom('write', 'write', 'round', 'switch', 'back up', 'put back'),
    which: fc.nat(2),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 18 }), async (steps) => {
      const world = await createTestServer()
      const device = await joinServer(world, PEOPLE.officer)
      await device.workspace.writer.create('action', HOME_1, { title: 'commun' })
      await device.workspace.sync.now()
      const backups = [await world.backUp()]
      const name = device.profile.device
      const images = await twoImages(device)
      let current = 0
      const turnTo = async (next: number) => {
        device.workspace.close()
        images[current] = await readImage(name)
        current = next
        await writeImage(name, images[current] ?? [])
        await device.reopen()
      }
      const typed = ['commun']
      for (const [index, { kind, which }] of steps.entries()) {
        if (kind === 'write') {
          const title = `mot ${index}`
          await device.workspace.writer.create('action', HOME_1, { title })
          typed.push(title)
          expect(titlesOf(device.workspace)).toContain(title)
        } else if (kind === 'round') await device.workspace.sync.now()
        else if (kind === 'switch') await turnTo(1 - current)
        else if (kind === 'back up') backups.push(await world.backUp())
        else await world.putBack(backups[which % backups.length] ?? '', 'renewed')
      }
      for (let turn = 0; turn < 4; turn++) {
        await device.workspace.sync.now()
        await turnTo(1 - current)
      }
      await device.workspace.sync.now()
      expect(world.faults).toEqual([])
      expect(await world.store.read(differencesWithLog)).toEqual([])
      const entries = await world.store.read((session) => session.log.after(0, 10_000))
      for (const title of typed) {
        const count = entries.filter(({ body }) => body.includes(`"${title}"`)).length
        expect([title, count]).toEqual([title, 1])
      }
      expect(titlesOf(device.workspace).toSorted()).toEqual(typed.toSorted())
      expect(device.workspace.sync.status()).toMatchObject({ allSent: true, holes: [] })
      device.workspace.close()
      await world.close()
    }),
    { numRuns: 12 },
  )
}, 240_000)

function titlesOf({ replica }: Workspace): string[] {
  return replica.list('action').map(({ fields }) => String(fields.title))
}

async function twoImages(device: RealDevice): Promise<DiskImage[]> {
  device.workspace.close()
  const image = await readImage(device.profile.device)
  await device.reopen()
  return [image, image]
}

/** Closes the tablet and copies its disk. */
async function shut(): Promise<DiskImage> {
  tablet.workspace.close()
  return readImage(tablet.profile.device)
}

async function startFrom(image: DiskImage): Promise<void> {
  tablet.workspace.close()
  await writeImage(tablet.profile.device, image)
  await tablet.reopen()
}

async function logged() {
  const entries = await server.store.read((session) => session.log.after(0, 10_000))
  return entries.filter(({ device }) => !device.startsWith('server:'))
}
