// @vitest-environment node
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { versionFields } from '#domain/grid/grid-version.ts'
import { day } from '#domain/shared/day.ts'
import { recordId, siteId } from '#domain/shared/ids.ts'
import type { Op } from '#protocol/op.ts'
import { openStore } from '#sync-server/store/open-store.ts'
import type { Store } from '#sync-server/store/store.ts'
import { pushOps, readOps } from '#sync-server/sync/push.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import { buildCriterion, buildForm } from '#tests/builders/build-form.ts'
import { joinDirectly } from '#tests/support/enrol-directly.ts'
import {
  createTestServer,
  PEOPLE,
  type TestDevice,
  type TestServer,
} from '#tests/support/test-server.ts'

/*
 * Two processes on one database: one publishes a grid, the other takes an answer to it, and each is
 * held before its commit until the other has gone as far as it can.
 */

const PUBLICATION = recordId('publication')

let server: TestServer
let otherStore: Store
let publisher: TestDevice
let filler: TestDevice

beforeEach(async () => {
  server = await createTestServer()
  otherStore = await openStore(server.place)
  publisher = await joinDirectly(server, PEOPLE.officer)
  filler = await joinDirectly(server, PEOPLE['quality-lead'])
})

afterEach(async () => {
  await otherStore.close()
  await server.close()
})

test('an answer taken while its grid is being published has the figure that the log tells', async () => {
  await oneThenTheOther(
    { store: server.store, device: publisher, op: await publication() },
    { store: otherStore, device: filler, op: await filling() },
  )
  expect(await server.store.read(differencesWithLog)).toEqual([])
})

test('a grid published while an answer to it is being taken: the figure is what the log tells', async () => {
  await oneThenTheOther(
    { store: otherStore, device: filler, op: await filling() },
    { store: server.store, device: publisher, op: await publication() },
  )
  expect(await server.store.read(differencesWithLog)).toEqual([])
})

function publication(): Promise<Op> {
  const form = buildForm(['a', 'b'].map((id) => buildCriterion(id)))
  const published = { version: 1, publishedOn: day('2026-03-11'), author: 'p1', note: '' }
  return publisher.write({
    rec: PUBLICATION,
    type: 'grid-version',
    site: siteId(publisher.enrolled.dispositif.id),
    fields: versionFields(form, published),
  })
}

function filling(): Promise<Op> {
  return filler.write({ fields: { edition: PUBLICATION, 'answers.a': 'yes' } })
}

interface Push {
  readonly store: Store
  readonly device: TestDevice
  readonly op: Op
}

/** The first has written all but its commit; the second then ends, or waits for it; then it commits. */
async function oneThenTheOther(first: Push, second: Push): Promise<void> {
  const written = createGate()
  const mayCommit = createGate()
  const committing = push(first, () => {
    written.open()
    return mayCommit.opened
  })
  await Promise.race([written.opened, committing])
  let isOver = false
  const following = push(second, async () => {}).finally(() => {
    isOver = true
  })
  await untilWaitingOr(() => isOver)
  mayCommit.open()
  for (const outcome of await Promise.all([committing, following])) expect(outcome).toBe('applied')
}

function createGate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

async function push({ store, device, op }: Push, beforeCommit: () => Promise<void>) {
  const ops = await readOps({ from: 1, ops: [op] })
  const result = await store.write(async (session) => {
    const stored = await session.directory.holdDevice(device.id)
    if (!stored) throw new Error('The device is not enrolled')
    const pushed = await pushOps(session, stored, { ops, declared: 1 }, server.clock.now)
    await beforeCommit()
    return pushed
  })
  return result.ok ? result.value.outcomes[0]?.outcome : result.error.kind
}

/** Until a transaction of the database waits for another, as the database itself tells. */
async function untilWaitingOr(isOver: () => boolean): Promise<void> {
  const client = new pg.Client({ connectionString: server.place.databaseUrl })
  await client.connect()
  try {
    while (!isOver()) {
      const { rows } = await client.query(
        `select 1 from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`,
      )
      if (rows.length > 0) return
    }
  } finally {
    await client.end()
  }
}
