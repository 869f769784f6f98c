import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, expect, it, vi } from 'vitest'
import { dropBallast, layBallast } from '#data/ballast.ts'
import { HOME_1, openTestWorkspace } from '#tests/support/workspace.ts'

afterEach(async () => {
  vi.unstubAllGlobals()
  await Dexie.delete('escale-ballast')
})

it('words are written in the place of the ballast when the disk is full', async () => {
  hasRoom(10_000_000_000)
  await layBallast()
  const { workspace } = await openTestWorkspace()
  const fill = fillDiskWhileBallast()
  const { id } = await workspace.writer.create('audit', HOME_1, { 'comments.C1': 'gardé' })
  fill.stop()
  expect(fill.refusals()).toBeGreaterThan(0)
  expect(workspace.replica.get(id)?.fields).toEqual({ 'comments.C1': 'gardé' })
  expect(await dropBallast()).toBe(false)
})

it('a photo never takes the place of the ballast', async () => {
  hasRoom(10_000_000_000)
  await layBallast()
  const { workspace } = await openTestWorkspace()
  const { id } = await workspace.writer.create('audit', HOME_1, {})
  const fill = fillDiskWhileBallast()
  const bytes = new Uint8Array([0xff, 0xd8, 0xff]).buffer
  const photo = { bytes, mime: 'image/jpeg', width: 1, height: 1 } as const
  await expect(workspace.writer.attach(id, 'photos.P1', photo)).rejects.toMatchObject({
    kind: 'storage-full',
  })
  fill.stop()
  expect(await dropBallast()).toBe(true)
})

it('no ballast is laid where there is little room', async () => {
  hasRoom(50_000_000)
  await layBallast()
  expect(await dropBallast()).toBe(false)
})

function hasRoom(bytes: number): void {
  const estimate = async () => ({ usage: 0, quota: bytes })
  vi.stubGlobal('navigator', { storage: { estimate } })
}

/** A disk where nothing more fits until the ballast is cleared. */
function fillDiskWhileBallast() {
  const { put, add, clear } = IDBObjectStore.prototype
  let full = true
  let refused = 0
  const refuse = () => {
    refused++
    throw new DOMException('no room', 'QuotaExceededError')
  }
  IDBObjectStore.prototype.put = function (...args) {
    return full ? refuse() : put.apply(this, args)
  }
  IDBObjectStore.prototype.add = function (...args) {
    return full ? refuse() : add.apply(this, args)
  }
  IDBObjectStore.prototype.clear = function () {
    if (this.name === 'weights') full = false
    return clear.apply(this)
  }
  return {
    refusals: () => refused,
    stop: () => Object.assign(IDBObjectStore.prototype, { put, add, clear }),
  }
}
