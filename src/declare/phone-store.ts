/*
 * What the ward phone keeps, and nothing else:
 * - `place`: the wall a poster stands for, by its token, so that the next visit needs no network;
 *   under the key `current`, the token last scanned.
 * - `draft`: the one declaration being made, sealed (`draft-seal.ts`).
 * - `outbox`: sealed envelopes the server has not acknowledged, by random id. Neither hour nor order.
 *
 * Every write waits for the disk (`durability: 'strict'`): a phone dies in a pocket.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Envelope, IntakePlace } from '#protocol/intake.ts'
import { type Draft, isStale } from './draft.ts'
import { forgetDraftKey, openDraft, type SealedDraft, sealDraft } from './draft-seal.ts'

export interface Waiting {
  readonly token: string
  readonly envelope: Envelope
}

interface PhoneSchema extends DBSchema {
  place: { key: string; value: IntakePlace | string }
  draft: { key: string; value: SealedDraft }
  outbox: { key: string; value: Waiting }
}

export interface PhoneStore {
  currentToken(): Promise<string | undefined>
  place(token: string): Promise<IntakePlace | undefined>
  /** Every wall scanned on this phone, by token. */
  places(): Promise<ReadonlyMap<string, IntakePlace>>
  keepPlace(token: string, place: IntakePlace): Promise<void>
  /** The draft left behind; one too old is erased instead of shown. */
  draft(now: number): Promise<Draft | undefined>
  keepDraft(draft: Draft): Promise<void>
  dropDraft(): Promise<void>
  /** The envelope is kept and the readable text erased together, or neither. */
  sealAway(waiting: Waiting): Promise<void>
  /** An envelope that closes no draft: words added to a declaration made before. */
  keepWaiting(waiting: Waiting): Promise<void>
  waiting(): Promise<readonly Waiting[]>
  received(id: string): Promise<void>
}

export const PHONE_STORE = 'escale-declare'

const STRICT = { durability: 'strict' } as const
const CURRENT = 'current'
const ONLY = 'draft'

/**
 * Every write takes every table, so that the browser runs one at a time: Chromium killed while two are
 * under way erases the whole store when it starts again (docs/adr/045).
 */
function writeIn(db: IDBPDatabase<PhoneSchema>) {
  return db.transaction(['place', 'draft', 'outbox'], 'readwrite', STRICT)
}

/** Opens the store of this phone; rejects where the browser keeps nothing (private browsing). */
export async function openPhoneStore(name = PHONE_STORE): Promise<PhoneStore> {
  let opened: Promise<IDBPDatabase<PhoneSchema>> | undefined
  const open = () => {
    opened ??= openDB<PhoneSchema>(name, 1, {
      upgrade(db) {
        db.createObjectStore('place')
        db.createObjectStore('draft')
        db.createObjectStore('outbox')
      },
      blocking: (_from, _to, event) => {
        opened = undefined
        if (event.target instanceof IDBDatabase) event.target.close()
      },
      terminated: () => {
        opened = undefined
      },
    })
    return opened
  }
  // iOS drops connections of a sleeping page without a word: each unit below may run twice.
  async function withDb<T>(unit: (db: IDBPDatabase<PhoneSchema>) => Promise<T>): Promise<T> {
    try {
      return await unit(await open())
    } catch (error) {
      const lost =
        error instanceof DOMException && /InvalidState|Unknown|DatabaseClosed/.test(error.name)
      if (!lost) throw error
      opened = undefined
      return unit(await open())
    }
  }
  async function drop() {
    await withDb(async (db) => {
      const tx = writeIn(db)
      await Promise.all([tx.objectStore('draft').delete(ONLY), tx.done])
    })
    await forgetDraftKey()
  }
  await open()

  return {
    currentToken: () =>
      withDb(async (db) => {
        const token = await db.get('place', CURRENT)
        return typeof token === 'string' ? token : undefined
      }),
    place: (token) =>
      withDb(async (db) => {
        const place = await db.get('place', `wall:${token}`)
        return typeof place === 'object' ? place : undefined
      }),
    places: () =>
      withDb(async (db) => {
        const tx = db.transaction('place')
        const [keys, values] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()])
        return new Map(
          keys.flatMap((key, at) => {
            const value = values[at]
            return typeof value === 'object' ? [[key.slice('wall:'.length), value] as const] : []
          }),
        )
      }),
    keepPlace: (token, place) =>
      withDb(async (db) => {
        const tx = writeIn(db)
        await Promise.all([
          tx.objectStore('place').put(place, `wall:${token}`),
          tx.objectStore('place').put(token, CURRENT),
          tx.done,
        ])
      }),
    async draft(now) {
      const sealed = await withDb((db) => db.get('draft', ONLY))
      const draft = sealed && (await openDraft(sealed))
      if (draft && !isStale(draft, now)) return draft
      if (sealed) await drop()
      return undefined
    },
    // Sealed before the transaction opens: IndexedDB closes one that waits for anything else.
    async keepDraft(draft) {
      const sealed = await sealDraft(draft)
      await withDb(async (db) => {
        const tx = writeIn(db)
        await Promise.all([tx.objectStore('draft').put(sealed, ONLY), tx.done])
      })
    },
    dropDraft: drop,
    async sealAway(waiting) {
      await withDb(async (db) => {
        const tx = writeIn(db)
        await Promise.all([
          tx.objectStore('outbox').put(waiting, waiting.envelope.id),
          tx.objectStore('draft').delete(ONLY),
          tx.done,
        ])
      })
      await forgetDraftKey()
    },
    keepWaiting: (waiting) =>
      withDb(async (db) => {
        const tx = writeIn(db)
        await Promise.all([tx.objectStore('outbox').put(waiting, waiting.envelope.id), tx.done])
      }),
    waiting: () => withDb((db) => db.getAll('outbox')),
    received: (id) =>
      withDb(async (db) => {
        const tx = writeIn(db)
        await Promise.all([tx.objectStore('outbox').delete(id), tx.done])
      }),
  }
}
