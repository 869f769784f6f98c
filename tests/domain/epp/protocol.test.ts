import { describe, expect, test } from 'vitest'
import {
  isPeriodReversed,
  nextProtocolFields,
  readProtocol,
  sharedTarget,
  targetsOf,
} from '#domain/epp/protocol.ts'
import { buildCriterion, buildForm, buildSection } from '#tests/builders/build-form.ts'

const form = buildForm([], {
  kind: 'epp',
  unit: 'file',
  target: 0.8,
  sections: [
    buildSection('A', [buildCriterion('A1'), buildCriterion('A2')]),
    buildSection('B', [buildCriterion('B1')], { target: 0.7 }),
  ],
})

describe('what a round expects', () => {
  test('is what the protocol says of a criterion, of all, else the part or the form', () => {
    const none = readProtocol({})
    expect([...targetsOf(form, none)]).toEqual([
      ['A1', 0.8],
      ['A2', 0.8],
      ['B1', 0.7],
    ])
    const said = readProtocol({ 'protocol.target': 0.9, 'protocol.targets.A2': 1 })
    expect([...targetsOf(form, said).values()]).toEqual([0.9, 1, 0.9])
  })

  test('is one figure only when every criterion has the same', () => {
    const all = readProtocol({ 'protocol.target': 0.9 })
    expect(sharedTarget(form, targetsOf(form, all))).toBe(0.9)
    expect(sharedTarget(form, targetsOf(form, readProtocol({})))).toBeUndefined()
  })

  test('is taken up by the next round with the drawing, and not the period', () => {
    const fields = { 'protocol.target': 0.9, 'protocol.targets.A2': 1, 'protocol.drawing': 'all' }
    const said = readProtocol({ ...fields, 'protocol.from': '2026-01-01' })
    expect(nextProtocolFields(said)).toEqual(fields)
  })

  test('outside 0 to 1 is no target', () => {
    expect(readProtocol({ 'protocol.target': 90 }).target).toBeUndefined()
  })
})

test('a period that ends before it begins is reversed; one left open is not', () => {
  expect(isPeriodReversed({ from: '2026-03-02', to: '2026-03-01' })).toBe(true)
  expect(isPeriodReversed({ from: '2026-03-01', to: '2026-03-01' })).toBe(false)
  expect(isPeriodReversed({ from: '2026-03-01', to: '' })).toBe(false)
})
