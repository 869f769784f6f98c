/*
 * The other side of the comparison: what one writes in an afternoon, written well. One SQLite table of
 * records under one counter, a stream of lines, last writer wins.
 */
import { Readable } from 'node:stream'
import compress from '@fastify/compress'
import { DatabaseSync } from '@photostructure/sqlite'
import fastify, { type FastifyInstance } from 'fastify'
import type { RecordState } from '#protocol/merge.ts'

const ROWS_AT_ONCE = 1_000

interface Edit {
  readonly id: string
  readonly field: string
  readonly head: { readonly v: string; readonly op: string; readonly h: string }
}

/** Fills the table of the baseline with the very records the other server hands out. */
export function fillBaseline(file: string, states: readonly RecordState[]): void {
  const db = openFile(file)
  db.exec('begin')
  db.exec('create table row (id text primary key, seq integer unique not null, body text not null)')
  const insert = db.prepare('insert into row (id, seq, body) values (?, ?, ?)')
  for (const [index, state] of states.entries()) {
    insert.run(state.id, index + 1, JSON.stringify(state))
  }
  db.exec('commit')
  db.close()
}

export async function createBaseline(file: string, token: string): Promise<FastifyInstance> {
  const db = openFile(file)
  const after = db.prepare('select seq, body from row where seq > ? order by seq limit ?')
  const one = db.prepare('select body from row where id = ?')
  const put = db.prepare('update row set body = ?, seq = ? where id = ?')
  const last = db.prepare('select max(seq) as head from row')
  const head = () => Number((last.get() as { head: number }).head)

  function* lines(since: number) {
    for (let cursor = since; ; ) {
      const rows = after.all(cursor, ROWS_AT_ONCE) as { seq: number; body: string }[]
      const [end] = rows.slice(-1)
      if (!end) return
      yield rows.map(({ seq, body }) => `{"seq":${seq},${body.slice(1)}\n`).join('')
      cursor = end.seq
    }
  }

  const app = fastify({ logger: false, bodyLimit: 8 * 1_048_576 })
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    customTypes: /^(application\/(x-ndjson|json|javascript)|text\/)/,
  })
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/pull') || request.url.startsWith('/push')) {
      if (request.headers.authorization !== `Bearer ${token}`) await reply.code(401).send()
    }
  })
  app.get<{ Querystring: { since: string } }>('/pull', async ({ query }, reply) => {
    reply.header('content-type', 'application/x-ndjson').header('cache-control', 'no-store')
    const since = Number(query.since)
    if (head() - since > ROWS_AT_ONCE) return Readable.from(lines(since))
    return [...lines(since)].join('')
  })
  app.post<{ Body: { edits: readonly Edit[] } }>('/push', async ({ body }) => {
    db.exec('begin immediate')
    let seq = head()
    for (const { id, field, head: written } of body.edits) {
      const row = one.get(id) as { body: string } | undefined
      if (!row) continue
      const state = JSON.parse(row.body) as { f: Record<string, unknown>; last: string }
      state.f[field] = written
      state.last = written.op
      seq += 1
      put.run(JSON.stringify(state), seq, id)
    }
    db.exec('commit')
    return { head: seq }
  })
  app.addHook('onClose', async () => db.close())
  return app
}

function openFile(file: string) {
  const db = new DatabaseSync(file)
  db.exec('pragma journal_mode = WAL')
  db.exec('pragma synchronous = FULL')
  return db
}
