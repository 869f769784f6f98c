import { describe, expect, it } from 'vitest'
import { liftSeq } from '#data/generation.ts'
import type { KeptOp, PhotoNote } from '#data/stored-shapes.ts'
import { type Journey, readStatus } from '#data/sync/status.ts'
import { deviceId, type RecordId, recordId, siteId } from '#domain/shared/ids.ts'
import { bucketId } from '#domain/site/bucket.ts'
import { applyOp, type RecordState } from '#protocol/merge.ts'
import { opId } from '#protocol/op.ts'
import { buildLocalState, DEVICE } from '#tests/builders/build-sync.ts'
import { receivedOf } from '#tests/support/wire.ts'
import { buildOp } from '../protocol/merge-world.ts'

const IDLE: Journey = { round: { kind: 'idle' }, sending: { kind: 'idle' }, bytesHeld: new Map() }
const HEARD = { lastContactAt: 5 }
const HOME = siteId('home')

function kept(n: number, over: Partial<KeptOp> = {}, rec = 'r1'): KeptOp {
  const op = {
    ...buildOp({ device: 1, n, f: { title: { v: `mot ${n}`, base: null } } }),
    rec: recordId(rec),
    bucket: bucketId(HOME, 'quality'),
    id: opId(DEVICE, n),
  }
  return { n, state: 'pending', seq: 0, op, savedAt: 100 + n, ...over }
}

function photo(record: string, savedAt: number, size: number): PhotoNote {
  const mime = 'image/jpeg'
  return { record, type: 'audit', scope: 'home', n: 1, size, mime, savedAt }
}

const statusOf = (state: Parameters<typeof buildLocalState>[0], journey: Partial<Journey> = {}) =>
  readStatus(buildLocalState(state), { ...IDLE, ...journey })

describe('« tout est envoyé »', () => {
  it('is true after a contact, when nothing says the contrary', () => {
    expect(statusOf({ sync: HEARD })).toMatchObject({ allSent: true, lastContactAt: 5 })
    expect(statusOf({ sync: { ...HEARD, serverLast: 3 }, declared: 3 }).allSent).toBe(true)
    expect(statusOf({ sync: { ...HEARD, serverLast: 4 }, declared: 3 }).allSent).toBe(true)
  })

  it.each([
    ['before any contact', {}],
    ['while an operation waits', { ops: [kept(1)], sync: { ...HEARD, serverLast: 1 } }],
    ['while a photo waits', { photos: { a: photo('r1', 1, 2) }, sync: HEARD }],
    [
      'while an operation is set aside',
      { ops: [kept(1, { state: 'quarantined' as const })], sync: { ...HEARD, serverLast: 1 } },
    ],
    ['while a number is nowhere', { declared: 1, sync: HEARD }],
    ['while the server asks for a photo', { sync: { ...HEARD, wanted: ['a'] } }],
    [
      'while the server has not said that it holds the last number',
      { ops: [kept(1, { state: 'acked' as const })], sync: HEARD },
    ],
    [
      'while a loss was not read',
      {
        sync: {
          ...HEARD,
          lost: [2],
          notes: [{ kind: 'lost' as const, at: 1, count: 1 }],
          serverLast: 2,
        },
        declared: 2,
      },
    ],
  ])('is false %s', (_, state) => {
    expect(statusOf(state).allSent).toBe(false)
  })

  it('has never been said of a device that the server never answered', () => {
    expect(statusOf({}).lastContactAt).toBeUndefined()
  })
})

describe('what waits', () => {
  it('stands by record: operations, photos, and when it was last written on', () => {
    const { waiting } = statusOf({
      ops: [kept(1), kept(3), kept(2, {}, 'r2')],
      photos: {
        a: photo('r1', 90, 1),
        b: photo('r2', 400, 1),
        c: photo('r3', 7, 1),
        d: photo('r1', 80, 1),
      },
    })
    expect(waiting).toMatchObject([
      { record: 'r1', scope: 'home', operations: 2, photos: 2, lastWrittenAt: 103 },
      { record: 'r2', scope: 'home', operations: 1, photos: 1, lastWrittenAt: 400 },
      { record: 'r3', scope: 'home', operations: 0, photos: 1, lastWrittenAt: 7 },
    ])
  })

  it('of a bucket that does not read has no place', () => {
    const one = kept(1)
    const { waiting } = statusOf({
      ops: [{ ...one, op: { ...one.op, bucket: 'nowhere' as never } }],
    })
    expect(waiting).toMatchObject([{ scope: '', operations: 1 }])
  })

  it('does not hold what was answered for', () => {
    expect(
      statusOf({ ops: [kept(1, { state: 'acked' }), kept(2, { state: 'settled' })] }).waiting,
    ).toEqual([])
  })
})

it('what is set aside is told in the order it was written, with its words and its reason', () => {
  const { setAside } = statusOf({
    ops: [
      kept(3, { state: 'quarantined', reason: 'forbidden' }),
      kept(1, { state: 'quarantined' }),
      kept(2),
    ],
  })
  expect(setAside).toMatchObject([
    { n: 1, reason: 'malformed', fields: { title: 'mot 1' }, writtenAt: 101 },
    { n: 3, reason: 'forbidden', fields: { title: 'mot 3' }, op: opId(DEVICE, 3) },
  ])
})

describe('photos', () => {
  const photos = { a: photo('r1', 1, 100), b: photo('r1', 1, 50) }

  it('are counted by what the server said it holds, and never beyond their size', () => {
    const bytesHeld = new Map([
      ['a', 40],
      ['b', 9_999],
      ['other', 7],
    ])
    expect(statusOf({ photos }, { bytesHeld }).photos).toMatchObject({
      waiting: 2,
      totalBytes: 150,
      sentBytes: 90,
    })
    expect(statusOf({ photos }).photos).toMatchObject({ totalBytes: 150, sentBytes: 0 })
  })

  it('are said lost only while the server asks for them', () => {
    const lostPhotos = ['a', 'b']
    expect(statusOf({ lostPhotos, sync: { wanted: ['b', 'c'] } }).lostPhotos).toEqual(['b'])
  })
})

describe('whole', () => {
  const grants = { 'home/quality': 'write', 'home/events': 'read' } as const
  it.each([
    [true, { grants, whole: ['home/quality', 'home/events'] }],
    [false, { grants, whole: ['home/quality'] }],
    [false, { grants: {}, whole: [] }],
  ])('is %s of %j', (isComplete, sync) => {
    expect(statusOf({ sync }).complete).toBe(isComplete)
  })
})

describe('records in disagreement', () => {
  it('count for who may write in their bucket', () => {
    for (const [level, count] of [
      ['write', 1],
      ['read', 0],
    ] as const) {
      const state = buildLocalState({ sync: { grants: { [QUALITY]: level } } })
      state.replica.change([...receivedOf([{ seq: 1, state: disputedRecord() }])], [])
      expect(readStatus(state, IDLE).toSettle).toBe(count)
    }
  })
})

const QUALITY = bucketId(siteId('home'), 'quality')

function disputedRecord(): RecordState {
  const first = applyOp(undefined, inQuality(1, 1, 'un')).record
  return applyOp(first, inQuality(2, 1, 'deux')).record
}

function inQuality(device: number, n: number, v: string, rec: RecordId = recordId('r1')) {
  const op = buildOp({ device, n, f: { dueOn: { v, base: null } } })
  return { ...op, id: opId(deviceId(`d${device}`), n), rec, bucket: QUALITY }
}

describe('awaited after a server was put back', () => {
  function awaitedWith(generations: Record<string, number>, whole: readonly string[]) {
    const state = buildLocalState({ sync: { generations, whole: [...whole] } })
    const old = applyOp(undefined, inQuality(1, 1, 'un')).record
    const figure = { ...old, id: recordId('r1~figure') }
    const orphan = { ...old, id: recordId('r9~figure') }
    state.replica.change(
      [
        ...receivedOf([
          { seq: liftSeq(0, 4), state: old },
          { seq: liftSeq(0, 5), state: figure },
          { seq: liftSeq(0, 6), state: orphan },
          { seq: liftSeq(1, 1), state: { ...old, id: recordId('r2') } },
        ]),
      ],
      [],
    )
    return readStatus(state, IDLE).awaited
  }

  it('are the records that the last whole reading did not bring; a figure comes with its record', () => {
    expect([...awaitedWith({ [QUALITY]: 1 }, [QUALITY])].sort()).toEqual(['r1', 'r9~figure'])
  })

  it('are none before that reading is whole, nor while nothing was ever put back', () => {
    expect(awaitedWith({ [QUALITY]: 1 }, [])).toEqual([])
    expect(awaitedWith({}, [QUALITY])).toEqual([])
  })
})
