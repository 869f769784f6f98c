import { describe, expect, it } from 'vitest'
import { createGateway } from '#data/gateway.ts'
import { createLocalStore, type LocalStore } from '#data/local-state.ts'
import { openWorkspace } from '#data/open-workspace.ts'
import { plainSealer } from '#data/sealer.ts'
import { StaleError } from '#data/stale-error.ts'
import { StorageError } from '#data/storage-error.ts'
import type { Photo } from '#data/workspace.ts'
import { createWriter } from '#data/writer.ts'
import { deviceId } from '#domain/shared/ids.ts'
import { EXISTENCE } from '#protocol/disputes.ts'
import type { Op } from '#protocol/op.ts'
import { buildLocalState } from '#tests/builders/build-sync.ts'
import { HOME_1, openTestWorkspace } from '#tests/support/workspace.ts'

describe('a save', () => {
  it('is on the disk when it says so, and on the screen at once', async () => {
    const { workspace, openAgain } = await openTestWorkspace()
    const { id } = await workspace.writer.create('audit', HOME_1, { form: 'audit-medication' })
    await workspace.writer.set(id, { 'answers.C1': 'yes' })
    expect(workspace.replica.get(id)?.fields).toEqual({
      form: 'audit-medication',
      'answers.C1': 'yes',
    })
    workspace.close()
    const again = await openAgain()
    expect(again.replica.get(id)?.fields['answers.C1']).toBe('yes')
    expect(again.replica.get(id)?.unsent).toBe(true)
  })

  it('of two quick taps keeps both, in their order', async () => {
    const { workspace, server } = await openTestWorkspace()
    const { id } = await workspace.writer.create('audit', HOME_1, {})
    await Promise.all([
      workspace.writer.set(id, { 'answers.C1': 'no' }),
      workspace.writer.set(id, { 'answers.C1': 'yes' }),
      workspace.writer.set(id, { 'answers.C2': 'partial' }),
    ])
    const snapshot = workspace.replica.get(id)
    expect(snapshot?.fields).toMatchObject({ 'answers.C1': 'yes', 'answers.C2': 'partial' })
    expect(snapshot?.disputed).toEqual([])
    await workspace.sync.now()
    expect(server.records.get(id)?.x).toBeUndefined()
    expect(server.records.get(id)?.f['answers.C1']?.v).toBe('yes')
  })

  it('from two tabs takes numbers without hole or double, each on top of the other', async () => {
    const { workspace, openAgain, server, token } = await openTestWorkspace()
    const other = await openAgain()
    const { id } = await workspace.writer.create('audit', HOME_1, {})
    await eventually(() => other.replica.get(id) !== undefined)
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? workspace : other).writer.set(id, { note: index, [`f${index}`]: index }),
      ),
    )
    await workspace.sync.now()
    expect(server.heldFrom(token)).toBe(21)
    expect(server.requests.flatMap(({ push }) => push?.ops ?? [])).toHaveLength(21)
    expect(server.records.get(id)?.x).toBeUndefined()
    await eventually(() => other.replica.get(id)?.unsent === false)
    expect(other.replica.get(id)?.fields).toEqual(workspace.replica.get(id)?.fields)
    expect(other.sync.status().allSent).toBe(true)
  })

  it('a number that another tab gave, and that the server has, is not given again', async () => {
    const { workspace, profile, env, server, token } = await openTestWorkspace()
    const deaf = await openWorkspace(profile, { ...env, openChannel: () => undefined })
    await workspace.writer.create('audit', HOME_1, { note: 'un' })
    // Received back, it left the table where its number would be found.
    await workspace.sync.now()
    await deaf.writer.create('audit', HOME_1, { note: 'deux' })
    await deaf.sync.now()
    expect(server.heldFrom(token)).toBe(2)
    expect(deaf.replica.list('audit').map(({ fields }) => fields.note)).toEqual(['un', 'deux'])
  })

  it('stamps never go back when the clock of the tablet does', async () => {
    const { workspace, clock, server } = await openTestWorkspace()
    const { id } = await workspace.writer.create('audit', HOME_1, { a: 1 })
    clock.advance(-365 * 86_400_000)
    await workspace.writer.set(id, { b: 1 })
    await workspace.sync.now()
    const fields = server.records.get(id)?.f
    expect(String(fields?.b?.h) > String(fields?.a?.h)).toBe(true)
  })

  it('that nobody races is composed once, and moves the number of the author by one', async () => {
    const { workspace, clock, profile } = await openTestWorkspace()
    const readings: number[] = []
    for (let save = 0; save < 3; save++) {
      const before = clock.now()
      await workspace.writer.create('audit', HOME_1, { note: save })
      // The clock moves by one at each reading: another try would read it again.
      readings.push(clock.now() - before)
    }
    expect(new Set(readings).size).toBe(1)
    const gateway = createGateway(profile.device, () => Promise.resolve())
    expect(await gateway.withDb((db) => db.meta.get('author'))).toMatchObject({ rev: 3 })
    gateway.close()
  })

  it('that other tabs race fifty times is given up, and said', async () => {
    let tries = 0
    const state = buildLocalState()
    const store = {
      state,
      sealer: plainSealer,
      gateway: {
        keepText: () => {
          tries++
          return Promise.reject(new StaleError('raced'))
        },
      },
      exclusive: (unit: () => Promise<unknown>) => unit(),
      refresh: async () => {},
    } as unknown as LocalStore
    const { profile, env } = await openTestWorkspace()
    const writer = createWriter({ store, profile, env, onSaved: () => {} })
    await expect(writer.create('audit', HOME_1, {})).rejects.toBeInstanceOf(StaleError)
    expect([tries, state.ops.size]).toEqual([50, 0])
  })

  it('that the disk refuses for want of room is said, and nothing of it stays', async () => {
    const { workspace, openAgain, server, token } = await openTestWorkspace()
    const { id } = await workspace.writer.create('audit', HOME_1, { 'comments.C1': 'à revoir' })
    const giveRoom = fillDisk('blobBytes')
    const refused = workspace.writer.attach(id, 'photos.P1', photo(1))
    await expect(refused).rejects.toMatchObject({ name: 'StorageError', kind: 'storage-full' })
    expect(await refused.catch((error: unknown) => error)).toBeInstanceOf(StorageError)
    await workspace.writer.set(id, { 'comments.C2': 'le texte passe encore' })
    giveRoom()
    expect(workspace.replica.get(id)?.fields).toEqual({
      'comments.C1': 'à revoir',
      'comments.C2': 'le texte passe encore',
    })
    const again = await openAgain()
    await again.sync.now()
    expect(server.heldFrom(token)).toBe(2)
    expect(again.sync.status()).toMatchObject({ allSent: true, holes: [] })
  })

  it('a photo whose words find no room leaves no bytes behind', async () => {
    const { workspace, profile } = await openTestWorkspace()
    const { id } = await workspace.writer.create('audit', HOME_1, {})
    const giveRoom = fillDisk('blobs')
    await expect(workspace.writer.attach(id, 'photos.P1', photo(1))).rejects.toMatchObject({
      kind: 'storage-full',
    })
    giveRoom()
    const gateway = createGateway(profile.device, () => Promise.resolve())
    expect(await gateway.withDb((db) => db.blobBytes.count())).toBe(0)
    gateway.close()
    expect(workspace.sync.status().photos.waiting).toBe(0)
  })

  it('of a photo notes what it belongs to, until the server has it', async () => {
    const { profile, env } = await openTestWorkspace()
    const device = deviceId('writer-note')
    const gateway = createGateway(device, () => Promise.resolve())
    const store = createLocalStore(gateway, plainSealer, device)
    const writer = createWriter({ store, profile, env, onSaved: () => {} })
    const { id } = await writer.create('audit', HOME_1, {})
    await writer.attach(id, 'photos.P1', photo(1))
    expect([...store.state.photos.values()]).toMatchObject([
      { record: id, type: 'audit', scope: HOME_1, n: 2, size: 4, mime: 'image/jpeg' },
    ])
    gateway.close()
  })

  it('survives a connection that the browser drops', async () => {
    const { workspace } = await openTestWorkspace()
    const restore = failOnce('ops', 'UnknownError')
    const { id } = await workspace.writer.create('audit', HOME_1, { a: 1 })
    restore()
    expect(workspace.replica.get(id)?.fields).toEqual({ a: 1 })
    expect(workspace.sync.status().waiting).toMatchObject([{ operations: 1 }])
  })

  it('that settles whether a record is kept deletes or restores it, and settles any other field by name', async () => {
    const { workspace, server } = await openTestWorkspace()
    const { writer } = workspace
    const { id } = await writer.create('audit', HOME_1, { note: 1 })
    await writer.resolve(id, 'note', 2)
    await writer.resolve(id, EXISTENCE, true)
    await writer.resolve(id, EXISTENCE, null)
    await workspace.sync.now()
    const sent = server.requests.flatMap(({ push }) => push?.ops ?? []) as readonly Op[]
    expect(sent.map(({ kind, f }) => [kind, Object.keys(f)])).toEqual([
      ...[
        ['create', ['note']],
        ['resolve', ['note']],
        ['restore', []],
        ['delete', []],
      ],
    ])
  })

  it('on a record that is not here is refused', async () => {
    const { workspace } = await openTestWorkspace({
      records: [{ id: 'a1', type: 'audit', fields: {} }],
    })
    const known = workspace.replica.list('audit')[0]
    expect(known).toBeDefined()
    if (!known) return
    await workspace.writer.remove(known.id)
    expect(workspace.replica.get(known.id)).toBeUndefined()
    expect(workspace.replica.list('audit')).toEqual([])
  })
})

describe('a connection lost after the commit', () => {
  it('does not write the operation twice', async () => {
    const connection = breakableConnection()
    const { workspace, profile, server, token } = await openTestWorkspace()
    connection.loseNextAnswer()
    const { id } = await workspace.writer.create('audit', HOME_1, { a: 1 })
    connection.restore()
    expect(connection.lost()).toBe(1)
    const gateway = createGateway(profile.device, () => Promise.resolve())
    expect(await gateway.withDb((db) => db.ops.count())).toBe(1)
    gateway.close()
    await workspace.sync.now()
    expect(server.heldFrom(token)).toBe(1)
    expect(server.records.get(id)?.f.a?.v).toBe(1)
  })
})

function photo(seed: number): Photo {
  const bytes = new Uint8Array([0xff, 0xd8, 0xff, seed]).buffer
  return { bytes, mime: 'image/jpeg', width: 4, height: 3 }
}

/** As browsers do: the transaction aborts, the request may say nothing. */
function fillDisk(store: string): () => void {
  const { put } = IDBObjectStore.prototype
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
    if (this.name === store) throw new DOMException('no room', 'QuotaExceededError')
    return put.apply(this, args)
  }
  return () => {
    IDBObjectStore.prototype.put = put
  }
}

function failOnce(store: string, name: string): () => void {
  const { add } = IDBObjectStore.prototype
  let failed = false
  IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...args) {
    if (this.name === store && !failed) {
      failed = true
      throw new DOMException('lost', name)
    }
    return add.apply(this, args)
  }
  return () => {
    IDBObjectStore.prototype.add = add
  }
}

/**
 * The commit goes through, then the answer is an error: what iOS does to a page put aside. To be
 * made before the database opens, for Dexie binds this function then.
 */
function breakableConnection() {
  const { transaction } = IDBDatabase.prototype
  let isArmed = false
  let lost = 0
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args) {
    const made = transaction.apply(this, args)
    if (args[1] !== 'readwrite' || !isArmed) return made
    isArmed = false
    lost++
    const loseAnswer = () => {
      Object.defineProperty(made, 'error', { value: new DOMException('lost', 'UnknownError') })
      made.onabort?.(new Event('abort'))
    }
    Object.defineProperty(made, 'oncomplete', {
      get: () => loseAnswer,
      set: () => {},
    })
    return made
  }
  return {
    loseNextAnswer: () => {
      isArmed = true
    },
    lost: () => lost,
    restore: () => {
      IDBDatabase.prototype.transaction = transaction
    },
  }
}

async function eventually(isTrue: () => boolean): Promise<void> {
  await expect.poll(isTrue, { timeout: 5_000, interval: 5 }).toBe(true)
}
