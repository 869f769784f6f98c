import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { RecordState } from '#protocol/merge.ts'
import { lineOf, type PackedRecord, packRecord, readPacked } from '#protocol/pack-record.ts'
import { layOver, partOf } from '#protocol/part-of-record.ts'
import { history } from './record-history.ts'

it('what changed, laid over what was, is the record of now, letter for letter', () => {
  fc.assert(
    fc.property(history, fc.nat(), (states, at) => {
      const before = states[at % states.length] as RecordState
      const now = states.at(-1) as RecordState
      const line = lineOf(partOf(packed(now), changedNames(before, now)))
      expect(lineOf(layOver(packed(before), packedLine(line)))).toBe(packRecord(now))
    }),
  )
})

it('only the fields that changed travel', () => {
  fc.assert(
    fc.property(history, (states) => {
      const now = states.at(-1) as RecordState
      const before = states.at(-2) ?? now
      const line = lineOf(partOf(packed(now), changedNames(before, now)))
      const { names } = packedLine(line)
      expect(new Set(names)).toEqual(changedNames(before, now))
    }),
  )
})

function changedNames(before: RecordState, now: RecordState): Set<string> {
  return new Set(Object.keys(now.f).filter((name) => now.f[name] !== before.f[name]))
}

function packed(state: RecordState): PackedRecord {
  return packedLine(packRecord(state))
}

function packedLine(line: string): PackedRecord {
  const read = readPacked(line)
  if (!read) throw new Error(`Not a line of a record: ${line}`)
  return read
}
