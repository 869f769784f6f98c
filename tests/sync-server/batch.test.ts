// @vitest-environment node
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deviceId, personId, recordId } from '#domain/shared/ids.ts'
import { bucketId } from '#domain/site/bucket.ts'
import { hlcAt } from '#protocol/hlc.ts'
import type { Op } from '#protocol/op.ts'
import type { StoredDevice } from '#sync-server/store/directory.ts'
import type { Session } from '#sync-server/store/store.ts'
import { type Batch, createBatch } from '#sync-server/sync/batch.ts'
import { unnumberedDevice } from '#sync-server/sync/mingle.ts'
import { foundStore, HOME } from '#tests/builders/build-stored.ts'
import { buildOp } from '#tests/protocol/merge-world.ts'
import { openTestStore, type TestStore } from '#tests/support/test-store.ts'

/* One batch by itself: how it ends, what it logs of clocks, and in which order its records are numbered. */

const TABLET = deviceId('d1')
const HIDDEN = unnumberedDevice(HOME.dispositif)
const QUALITY = bucketId(HOME.id, 'quality')
const DAY = 86_400_000
const TO = { lastN: 9, declaredN: 9 }

let opened: TestStore

beforeEach(async () => {
  opened = await openTestStore()
  await foundStore(opened.store, [TABLET, HIDDEN])
})

afterEach(() => opened.remove())

test('a batch said to be the last of its write ends it once all is asked; another leaves it open', async () => {
  const use = async (batch: Batch, isLast: boolean) => {
    await batch.apply(received(1), write(1), DAY)
    await batch.commit(TO, isLast ? { isLast } : undefined)
  }
  expect(await askedBy(TABLET, (batch) => use(batch, true))).toEqual(['end', 'stamp', 'endsHere'])
  await opened.remove()
  opened = await openTestStore()
  await foundStore(opened.store, [TABLET])
  expect(await askedBy(TABLET, (batch) => use(batch, false))).toEqual(['end', 'stamp'])
})

test('what has no number is mingled, logged at a drawn place, numbered for nobody, and its places hidden', async () => {
  const asked = await askedBy(HIDDEN, async (batch) => {
    await batch.apply(received(1), write(1), DAY)
    const [entry] = await batch.commit(TO, { isLast: true })
    expect([entry?.op, entry?.seq]).toEqual(['d1:1', undefined])
  })
  expect(asked).toEqual(['mingle', 'drawn', 'stamp', 'hidePlaces'])
})

test('the records of a day stop moving when its last hour received, and not its first, is past it', async () => {
  await inBatch(HIDDEN, async (batch) => {
    await batch.apply(received(1), write(1, { rec: 'hidden' }), DAY)
    await batch.commit(TO)
  })
  const moved = (...hours: number[]) =>
    inBatch(TABLET, async (batch, session) => {
      for (const [at, hour] of hours.entries()) {
        await batch.apply(received(hour + at), write(hour + at, { rec: `r${hour}` }), hour)
      }
      await batch.commit(TO)
      return (await session.records.get(recordId('hidden')))?.seq
    })
  expect(await moved(DAY + 1)).toBe(3)
  expect(await moved(DAY + 2, 4 * DAY)).toBe(3)
})

test('records are numbered in the order of their last change', async () => {
  await inBatch(TABLET, async (batch) => {
    for (const [at, rec] of ['a', 'b', 'a'].entries()) {
      await batch.apply(received(at + 1), write(at + 1, { rec }), DAY)
    }
    const logged = await batch.commit(TO)
    expect(logged.map(({ rec, seq }) => [rec, seq])).toEqual([
      ['a', 2],
      ['b', 1],
      ['a', 2],
    ])
  })
})

test('the stamps of a device never go back, and what is found late keeps its own', async () => {
  const device = { lastN: 4, lastH: hlcAt(50), person: personId('p') }
  await inBatch(
    TABLET,
    async (batch) => {
      await batch.apply(received(5), write(5, { clock: 50 }), DAY)
      await batch.apply(received(6), write(6, { clock: 60 }), DAY)
      await batch.apply(received(2), write(2, { clock: 20 }), DAY)
      await batch.apply(received(4), write(4, { clock: 90 }), DAY)
      await batch.apply(received(7), write(7, { clock: 30 }), DAY)
      const logged = await batch.commit(TO)
      expect(logged.map(({ hEff }) => hEff)).toEqual([
        ...[hlcAt(50, 1), hlcAt(60), hlcAt(20), hlcAt(90), hlcAt(60, 1)],
      ])
    },
    device,
  )
})

test('the server’s own device writes with the hours it is told, and its clock is never said wrong', async () => {
  await inBatch(TABLET, async (batch) => {
    await batch.apply(received(1), write(1, { clock: 9 * DAY }), DAY)
    await batch.apply(received(2), write(2, { clock: 5 }), DAY)
    batch.note(received(3), write(3, { clock: 9 * DAY }), DAY)
    const logged = await batch.commit(TO)
    expect(logged.map(({ hEff }) => hEff)).toEqual([hlcAt(DAY), hlcAt(5), ''])
    expect(logged.map(({ clockSkewMs }) => clockSkewMs)).toEqual([undefined, undefined, undefined])
  })
})

test('of a person’s device, a wrong clock is told of what is taken, noted and set aside', async () => {
  const ahead = (n: number) => write(n, { clock: 9 * DAY })
  await inBatch(
    TABLET,
    async (batch) => {
      await batch.apply(received(1), ahead(1), DAY)
      batch.note(received(2), ahead(2), DAY)
      batch.setAside(received(3), ahead(3), 'forbidden', DAY)
      batch.setAside(received(4), undefined, 'malformed', DAY)
      const logged = await batch.commit(TO)
      expect(
        logged.map(({ op, rec, bucket, clockSkewMs }) => [op, rec, bucket, clockSkewMs]),
      ).toEqual([
        ['d1:1', 'r', QUALITY, 8 * DAY],
        ['d1:2', 'r', QUALITY, 8 * DAY],
        ['d1:3', 'r', QUALITY, 8 * DAY],
        ['', '', '', undefined],
      ])
      expect(logged.map(({ outcome, reason, seq }) => [outcome, reason, seq])).toEqual([
        ['applied', undefined, 1],
        ['applied', undefined, undefined],
        ['quarantined', 'forbidden', undefined],
        ['quarantined', 'malformed', undefined],
      ])
    },
    { person: personId('p') },
  )
})

interface Written {
  readonly rec?: string
  /** Epoch ms of the tablet. */
  readonly clock?: number
}

function write(n: number, { rec = 'r', clock = n }: Written = {}): Op {
  const op = buildOp({ device: 1, n, clock, f: { title: { v: `${n}`, base: null } } })
  return { ...op, rec: recordId(rec) }
}

function received(n: number) {
  return { n, body: `{"n":${n}}`, digest: `${n}` }
}

/** A batch of a device as it stands, or as `over` says. */
function inBatch<T>(
  id: StoredDevice['id'],
  use: (batch: Batch, session: Session) => Promise<T>,
  over: Partial<StoredDevice> = {},
  heard: (session: Session) => Session = (session) => session,
): Promise<T> {
  return opened.store.write(async (session) => {
    const device = await session.directory.holdDevice(id)
    if (!device) throw new Error('The device is not there')
    return use(createBatch(heard(session), { ...device, ...over }), session)
  })
}

/** The names of what a batch asks of its store as it ends, in order; of the log, the place. */
async function askedBy(
  id: StoredDevice['id'],
  use: (batch: Batch) => Promise<void>,
): Promise<readonly string[]> {
  const asked: string[] = []
  const hear = ({ records, intake, log, endsHere, ...session }: Session): Session => ({
    ...session,
    endsHere() {
      asked.push('endsHere')
      endsHere()
    },
    intake: {
      ...intake,
      mingle(records) {
        asked.push('mingle')
        return intake.mingle(records)
      },
    },
    log: {
      ...log,
      append(entries, at) {
        asked.push(at ?? '')
        return log.append(entries, at)
      },
    },
    records: {
      ...records,
      stamp(...given) {
        const stamped = records.stamp(...given)
        asked.push('stamp')
        return stamped
      },
      hidePlaces(ids) {
        asked.push('hidePlaces')
        return records.hidePlaces(ids)
      },
    },
  })
  await inBatch(id, use, {}, hear)
  return asked
}
