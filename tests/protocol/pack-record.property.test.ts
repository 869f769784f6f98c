import fc from 'fast-check'
import { expect, it } from 'vitest'
import { deviceId, personId, recordId, siteId } from '#domain/shared/ids.ts'
import { bucketId } from '#domain/site/bucket.ts'
import { hlcAt } from '#protocol/hlc.ts'
import { applyOp, type RecordState } from '#protocol/merge.ts'
import { type Op, type OpId, opId } from '#protocol/op.ts'
import { packRecord, readPacked, recordOf } from '#protocol/pack-record.ts'

const BUCKET = bucketId(siteId('home'), 'quality')

const write = fc.record({
  device: fc.constantFrom('a', 'b', 'c'),
  fields: fc.dictionary(fc.constantFrom('status', 'note', '12', 'answers.C1'), fc.jsonValue(), {
    minKeys: 1,
  }),
  isBlind: fc.boolean(),
  isDelete: fc.boolean(),
})

it('a record comes out of its line as it went in, disputes and deletions included', () => {
  fc.assert(
    fc.property(fc.array(write, { minLength: 1, maxLength: 12 }), (writes) => {
      let state: RecordState | undefined
      for (const [index, one] of writes.entries()) {
        const id = opId(deviceId(one.device), index + 1)
        const op = {
          id,
          rec: recordId('rec'),
          type: 'audit',
          bucket: BUCKET,
          kind: one.isDelete ? 'delete' : 'set',
          f: Object.fromEntries(
            Object.entries(one.isDelete ? {} : one.fields).map(([name, v]) => [
              name,
              { v, base: one.isBlind ? null : (state?.f[name]?.op ?? null) },
            ]),
          ),
          ...(one.isDelete && state && { closes: [state.last] }),
          sv: 1,
          actor: personId('camille'),
          h: hlcAt(1_000 + index),
          wall: 1_000 + index,
          tz: 0,
          hash: '',
        } as unknown as Op
        state = applyOp(state, op).record
      }
      expect(throughLine(state as RecordState)).toEqual(asJson(state))
    }),
  )
})

it('what a newer version hangs on a record or on a head comes out again', () => {
  const head = { v: 1, op: 'a:1' as OpId, h: hlcAt(1), later: { deep: [1] } }
  const state = {
    id: recordId('rec'),
    type: 'audit' as const,
    bucket: BUCKET,
    f: { note: head },
    seen: { a: 1, gone: 4 },
    last: 'gone:4' as OpId,
    unheardOf: ['kept'],
  }
  expect(throughLine(state)).toEqual(state)
})

it.each([
  'not json',
  '{}',
  '["id","audit",[],["note"],[1],[0]]',
  '["id","audit",[["a:1","zz"]],["note"],[1],[0]]',
  '["id","audit",[["a:1","0000000000000001"]],["note"],[1,2],[0]]',
  '["id","audit",[["a:1","0000000000000001"]],["note"],[1],[1]]',
  '["id","audit",[["a:1","0000000000000001"]],["note"],[1],[0],{"x":{"note":[{"v":1}]}}]',
  '["","audit",[["a:1","0000000000000001"]],[],[],[]]',
])('a line that is not a record does not pass for one: %s', (line) => {
  expect(readPacked(line)).toBeUndefined()
})

function throughLine(state: RecordState): unknown {
  const packed = readPacked(packRecord(state))
  return packed && asJson(recordOf(packed, state.bucket))
}

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}
