import fc from 'fast-check'
import { expect, it } from 'vitest'
import { recordId } from '#domain/shared/ids.ts'
import { hlcAt } from '#protocol/hlc.ts'
import { type RecordState, shownFields } from '#protocol/merge.ts'
import type { OpId } from '#protocol/op.ts'
import { packRecord, readPacked, readShown, recordOf } from '#protocol/pack-record.ts'
import { BUCKET, history } from './record-history.ts'

it('a record comes out of its line as it went in, disputes and deletions included', () => {
  fc.assert(
    fc.property(history, (states) => {
      const state = states.at(-1) as RecordState
      expect(throughLine(state)).toEqual(asJson(state))
    }),
  )
})

it('what is shown of a line is what is shown of its record', () => {
  fc.assert(
    fc.property(history, (states) => {
      const state = states.at(-1) as RecordState
      expect(asJson(readShown(packRecord(state)))).toEqual(asJson(shownFields(state)))
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

it.each([
  '["id","audit",[["a:1","0000000000000001"]],["no',
  '{}',
  '["id","audit",[["a:1","0000000000000001"]],["note"],[1,2],[0]]',
])('nothing is shown of a line that is damaged: %s', (line) => {
  expect(readShown(line)).toBeUndefined()
})

function throughLine(state: RecordState): unknown {
  const packed = readPacked(packRecord(state))
  return packed && asJson(recordOf(packed, state.bucket))
}

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}
