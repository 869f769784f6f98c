// @vitest-environment node
import { afterEach, beforeEach, expect, test } from 'vitest'
import { figureId } from '#domain/figures/figure.ts'
import type { RecordType } from '#domain/record-types.ts'
import { deviceId, recordId } from '#domain/shared/ids.ts'
import type { OpKind } from '#protocol/op.ts'
import type { Session } from '#sync-server/store/store.ts'
import { type Batch, createBatch } from '#sync-server/sync/batch.ts'
import { pushOps, readOps } from '#sync-server/sync/push.ts'
import { joinDirectly } from '#tests/support/enrol-directly.ts'
import { createTestServer, PEOPLE, type TestServer } from '#tests/support/test-server.ts'

/*
 * What a batch, and the push that fills it, ask of their store before they write. The locks behind these words do something on
 * PostgreSQL alone (`store/postgres/publication-and-filling.test.ts`); that they are asked for, and in
 * this order, is the same on both.
 */

let server: TestServer

beforeEach(async () => {
  server = await createTestServer()
})

afterEach(() => server.close())

test('a batch that makes publications says so first, and says nothing of its other writes', async () => {
  const asked = await askedBy(async ({ hold }) => {
    await hold([
      write('g1', 'grid-version', 'create'),
      write('a1', 'audit', 'create'),
      write('g2', 'grid-version', 'set'),
      write('g3', 'grid-version', 'create'),
    ])
  })
  expect(asked.map(([name]) => name)).toEqual(['willMake', 'hold'])
  expect(asked[0]).toEqual(['willMake', ['g1', 'g3']])
  const [, held] = asked[1] ?? []
  expect(held).toEqual(expect.arrayContaining(['g1', 'a1', figureId(recordId('a1')), 'g2', 'g3']))
})

test('a batch that makes none asks for its records and no more, each of them once', async () => {
  const asked = await askedBy(async ({ hold, state }) => {
    await hold([write('a1', 'audit', 'set')])
    expect(await state(recordId('a1'))).toBeUndefined()
    await hold([write('a1', 'audit', 'set'), write('a2', 'audit', 'set')])
    expect(await state(recordId('a3'))).toBeUndefined()
  })
  expect(asked).toEqual([
    ['hold', ['a1']],
    ['hold', ['a2']],
    ['hold', ['a3']],
  ])
})

test('a push reads all it will write at once, and its write ends with it', async () => {
  const officer = await server.enrol(PEOPLE.officer)
  const ops = [await officer.write(), await officer.write()]
  const asked: Asked[] = []
  await server.store.write(async (session) => {
    const device = await session.directory.holdDevice(officer.id)
    if (!device) throw new Error('The device is not enrolled')
    const incoming = { ops: await readOps({ from: 1, ops }), declared: 0 }
    await pushOps(overheard(session, asked), device, incoming, server.clock.now)
  })
  const recs = ops.map(({ rec }) => rec)
  const [first, ...others] = asked.filter(([, ids]) => ids.length > 0)
  expect(first).toEqual(['hold', expect.arrayContaining(recs)])
  expect(others).toEqual([['endsHere', ['the end']]])
})

test('of a device that nobody holds, all that comes is set aside', async () => {
  const officer = await server.enrol(PEOPLE.officer)
  const ops = await readOps({ from: 1, ops: [await officer.write()] })
  const answer = await server.store.write(async (session) => {
    const device = await session.directory.holdDevice(officer.id)
    if (!device) throw new Error('The device is not enrolled')
    const orphan = { ...device, person: undefined }
    return pushOps(session, orphan, { ops, declared: 0 }, server.clock.now)
  })
  expect(answer).toMatchObject({
    ok: true,
    value: { last: 1, outcomes: [{ n: 1, outcome: 'quarantined', reason: 'forbidden' }] },
  })
})

type Asked = readonly [name: string, ids: readonly string[]]

async function askedBy(use: (batch: Batch) => Promise<void>): Promise<readonly Asked[]> {
  const asked: Asked[] = []
  const { enrolled } = await joinDirectly(server, PEOPLE.officer)
  await server.store.write(async (session) => {
    const device = await session.directory.holdDevice(deviceId(enrolled.device))
    if (!device) throw new Error('The device is not enrolled')
    await use(createBatch(overheard(session, asked), device))
  })
  return asked
}

function overheard(session: Session, asked: Asked[]): Session {
  const { records } = session
  return {
    ...session,
    endsHere() {
      asked.push(['endsHere', ['the end']])
      session.endsHere()
    },
    records: {
      ...records,
      willMake(ids) {
        asked.push(['willMake', ids])
        return records.willMake(ids)
      },
      hold(ids) {
        asked.push(['hold', ids])
        return records.hold(ids)
      },
    },
  }
}

function write(id: string, type: RecordType, kind: OpKind) {
  return { rec: recordId(id), type, kind, f: {} }
}
