import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { createLocalDb } from '#data/db.ts'
import { runSave } from '#data/run-save.ts'
import { isConstraint } from '#data/storage-error.ts'

const AUTHOR = { key: 'author', rev: 1, sealed: '{}' }

async function openDb() {
  const db = createLocalDb(crypto.randomUUID())
  await db.open()
  return db
}

it('what is refused on the way is taken back whole, whoever refuses it, and said', async () => {
  const db = await openDb()
  const draft = { key: 'd', sealed: '1' }
  const why = new Error('Another tab wrote first')
  const byUs = runSave(db, ['drafts'], (table, refuse) => {
    table('meta').get('author').onsuccess = () => refuse(why)
    table('drafts').put(draft)
  })
  await expect(byUs).rejects.toBe(why)
  const byTheTable = runSave(db, ['drafts'], (table) => {
    table('drafts').put(draft)
    for (let twice = 0; twice < 2; twice++) table('meta').add(AUTHOR)
  })
  expect(isConstraint(await byTheTable.catch((error: unknown) => error))).toBe(true)
  const byABug = runSave(db, ['drafts'], (table) => {
    table('drafts').put(draft)
    table('meta').add({ ...AUTHOR, sealed: () => {} })
  })
  await expect(byABug).rejects.toMatchObject({ name: 'DataCloneError' })
  expect(await db.drafts.count()).toBe(0)
  expect(await db.meta.count()).toBe(0)
  db.close()
})

it('takes the table that every write takes, and asks the browser for the disk', async () => {
  const db = await openDb()
  let names: string[] = []
  let durability = ''
  await runSave(db, ['drafts'], (table) => {
    const { transaction } = table('drafts')
    names = [...transaction.objectStoreNames]
    durability = transaction.durability
    table('drafts').put({ key: 'd', sealed: '1' })
  })
  expect(names).toEqual(['drafts', 'meta'])
  expect(durability).toBe('strict')
  expect(await db.drafts.count()).toBe(1)
  db.close()
})

it('a database closed for a newer app refuses, and is not opened behind it', async () => {
  const db = await openDb()
  db.close()
  await expect(runSave(db, [], () => {})).rejects.toMatchObject({ name: 'DatabaseClosedError' })
  expect(db.isOpen()).toBe(false)
})
