// @vitest-environment node
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeDurably } from '#sync-server/durable-file.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'escale-durable-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function* halfThenFull(): AsyncGenerator<Uint8Array> {
  yield Buffer.alloc(100_000, 1)
  throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
}

test('a disk that fills half-way leaves nothing, and the file of before is whole', async () => {
  const path = join(folder, 'backup.age')
  await expect(writeDurably(path, halfThenFull())).rejects.toThrow('no space')
  expect(await readdir(folder)).toEqual([])
  await writeDurably(path, 'before')
  await expect(writeDurably(path, halfThenFull())).rejects.toThrow('no space')
  expect(await readdir(folder)).toEqual(['backup.age'])
  expect(await readFile(path, 'utf8')).toBe('before')
})
