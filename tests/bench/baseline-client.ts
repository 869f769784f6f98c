/* The baseline on the device: Dexie, one row by record, one index, strict durability as ours. */
import Dexie, { type EntityTable } from 'dexie'
import { listKey } from '#domain/list-key.ts'
import type { Json } from '#domain/shared/json.ts'
import { parseBucketId } from '#domain/site/bucket.ts'
import type { BenchClient, ListAsked } from './bench-client.ts'

interface Head {
  readonly v: Json
  readonly op: string
  readonly h: string
}
interface Row {
  id: string
  type: string
  bucket: string
  f: Record<string, Head>
  seq: number
  scope: string
  status: string
  day: string
}
interface Edit {
  n: number
  id: string
  field: string
  head: Head
}
type Db = Dexie & {
  rows: EntityTable<Row, 'id'>
  outbox: EntityTable<Edit, 'n'>
  meta: EntityTable<{ key: string; cursor: number }, 'key'>
}

const ROWS_AT_ONCE = 1_000
const NAME = 'baseline'

export function createBaselineClient(token: string): BenchClient {
  const headers = { authorization: `Bearer ${token}` }
  let db = open()

  function open(): Db {
    const made = new Dexie(NAME, { chromeTransactionDurability: 'strict' }) as Db
    made.version(1).stores({ rows: 'id, [type+scope+status+day]', outbox: '++n', meta: 'key' })
    return made
  }

  /** Rows and the cursor they move, in one transaction. */
  async function keep(lines: readonly string[]): Promise<void> {
    const rows = lines.map(toRow)
    const cursor = rows.at(-1)?.seq ?? 0
    await db.transaction('rw', db.rows, db.meta, async () => {
      await db.rows.bulkPut(rows)
      await db.meta.put({ key: 'pull', cursor })
    })
  }

  async function pull(): Promise<void> {
    const since = (await db.meta.get('pull'))?.cursor ?? 0
    const response = await fetch(`/pull?since=${since}`, { headers, cache: 'no-store' })
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    let rest = ''
    let waiting: string[] = []
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
      if (done) break
      const parts = (rest + value).split('\n')
      rest = parts.pop() ?? ''
      waiting.push(...parts)
      while (waiting.length >= ROWS_AT_ONCE) {
        await keep(waiting.slice(0, ROWS_AT_ONCE))
        waiting = waiting.slice(ROWS_AT_ONCE)
      }
    }
    if (waiting.length > 0) await keep(waiting)
  }

  async function push(): Promise<void> {
    const edits = await db.outbox.toArray()
    if (edits.length === 0) return
    const sent = edits.map(({ n: _, ...edit }) => edit)
    const body = JSON.stringify({ edits: sent })
    const json = { ...headers, 'content-type': 'application/json' }
    const response = await fetch('/push', { method: 'POST', headers: json, body })
    if (!response.ok) throw new Error(`push: ${response.status}`)
    await db.outbox.bulkDelete(edits.map(({ n }) => n))
  }

  return {
    async reset() {
      db.close()
      await Dexie.delete(NAME)
      db = open()
    },
    open: async () => {
      await db.open()
    },
    async close() {
      db.close()
      db = open()
    },
    async sync() {
      await push()
      await pull()
    },
    async edit(id, text) {
      await db.transaction('rw', db.rows, db.outbox, async () => {
        const row = await db.rows.get(id)
        if (!row) throw new Error(`No row ${id}`)
        const head = { v: text, op: `tablet:${Date.now()}`, h: '0190000000000000' }
        await db.rows.put({ ...row, f: { ...row.f, note: head } })
        await db.outbox.add({ id, field: 'note', head })
      })
    },
    count: () => db.rows.count(),
    async recent({ scope, status }, limit) {
      const rows = await db.rows
        .where('[type+scope+status+day]')
        .between(
          ['adverse-event', scope, status, Dexie.minKey],
          ['adverse-event', scope, status, Dexie.maxKey],
        )
        .reverse()
        .limit(limit)
        .toArray()
      return rows.map(({ id, f }) => `${id} ${String(f['answers.facts']?.v)}`)
    },
    async group(scopes, statuses) {
      const asked: ListAsked[] = scopes.flatMap((scope) =>
        statuses.map((status) => ({ scope, status })),
      )
      const counts = await Promise.all(
        asked.map(({ scope, status }) =>
          db.rows
            .where('[type+scope+status+day]')
            .between(
              ['adverse-event', scope, status, Dexie.minKey],
              ['adverse-event', scope, status, Dexie.maxKey],
            )
            .count(),
        ),
      )
      return counts.reduce((sum, one) => sum + one, 0)
    },
    async syncUntil(id, text) {
      await push()
      await pull()
      const found = (await db.rows.get(id))?.f.note?.v
      if (found !== text) throw new Error(`${String(found)} in place of ${text}`)
      return { ended: Promise.resolve() }
    },
  }
}

function toRow(line: string): Row {
  const row = JSON.parse(line) as Row
  const { status, day } = listKey(row.type, (field) => row.f[field]?.v)
  return { ...row, scope: parseBucketId(row.bucket)?.scope ?? '', status, day }
}
