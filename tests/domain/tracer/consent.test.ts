import { expect, test } from 'vitest'
import { day } from '#domain/shared/day.ts'
import {
  agreementFields,
  areInterviewsOpen,
  readConsent,
  withdrawalFields,
} from '#domain/tracer/consent.ts'

const agreement = {
  givenOn: day('2026-11-24'),
  by: 'legal-representative',
  mode: 'written',
  recordedBy: 'p1',
} as const

test('interviews are locked until the agreement is noted', () => {
  expect(areInterviewsOpen(readConsent({}))).toBe(false)
  expect(areInterviewsOpen(readConsent(agreementFields(agreement)))).toBe(true)
})

test('what was noted is read back', () => {
  expect(readConsent(agreementFields(agreement))).toEqual({ kind: 'given', agreement })
})

test('a withdrawal locks again and keeps who had agreed', () => {
  const fields = { ...agreementFields(agreement), ...withdrawalFields(day('2026-11-25')) }
  expect(readConsent(fields)).toEqual({ kind: 'withdrawn', on: '2026-11-25', agreement })
  expect(areInterviewsOpen(readConsent(fields))).toBe(false)
  expect(areInterviewsOpen(readConsent({ ...fields, ...agreementFields(agreement) }))).toBe(true)
})

test('a date that is not one is no agreement', () => {
  expect(readConsent({ 'consent.givenOn': '2026-02-30' })).toEqual({ kind: 'none' })
})
