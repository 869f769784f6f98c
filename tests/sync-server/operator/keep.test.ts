// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  backupDate,
  backupName,
  backupsToForget,
  parseKeep,
} from '#sync-server/operator/backup/keep.ts'

const HOUR_MS = 3_600_000
const NOW = Date.parse('2026-11-24T13:00:00Z')
const hourly = (count: number) =>
  Array.from({ length: count }, (_, index) => backupName(NOW - index * HOUR_MS))

test('after 400 days of hourly backups, 24 hours, 30 days and 12 months stay', () => {
  const names = hourly(400 * 24)
  const forgotten = new Set(backupsToForget(names, { hours: 24, days: 30, months: 12 }))
  const kept = names.filter((name) => !forgotten.has(name))
  // Hours, days and months share their newest ones: yesterday 13 h to 23 h stand for two days.
  expect(kept.length).toBe(24 + (30 - 2) + (12 - 2))
  expect(kept[0]).toBe(backupName(NOW))
  expect(kept.at(-1)).toBe('escale-2025-12-31T23-00-00Z.age')
})

test('a server that slept for a month keeps the backups before its sleep', () => {
  const old = hourly(24).map((name) => name.replace('2026-11', '2026-09'))
  expect(
    backupsToForget([backupName(NOW), ...old], { hours: 24, days: 0, months: 0 }),
  ).toHaveLength(1)
})

test('files of other names are never forgotten', () => {
  const names = ['photos-0123456789ab', 'escale-2026-11-24T13-00-00Z-suspecte.age', 'notes.txt']
  expect(backupsToForget(names, { hours: 0, days: 1, months: 0 })).toEqual([])
})

test('the newest always stays, and forgetting twice forgets nothing more', () => {
  const counts = fc.nat({ max: 30 })
  const keep = fc
    .record({ hours: counts, days: counts, months: counts })
    .filter(({ hours, days, months }) => hours + days + months > 0)
  const dates = fc.uniqueArray(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(dates, keep, (hours, rule) => {
      const names = hours.map((hour) => backupName(NOW - hour * HOUR_MS))
      const forgotten = new Set(backupsToForget(names, rule))
      const kept = names.filter((name) => !forgotten.has(name))
      expect(kept).toContain(backupName(NOW - Math.min(...hours) * HOUR_MS))
      expect(kept.length).toBeLessThanOrEqual(rule.hours + rule.days + rule.months)
      expect(backupsToForget(kept, rule)).toEqual([])
    }),
  )
})

test('a name tells its date to the second', () => {
  expect(backupDate(backupName(NOW))).toBe(NOW)
  expect(backupDate('escale.sqlite')).toBeUndefined()
})

test.each(['24', '24,30', '0,0,0', 'a,b,c', '-1,2,3', '24,30,12,1'])(
  '« %s » is no rule',
  (text) => {
    expect(parseKeep(text)).toBeUndefined()
  },
)
