import { describe, expect, test } from 'vitest'
import { readFilling } from '#domain/filling/filling.ts'
import { nextRound, openFilling, previousRound, subjectsSeen } from '#domain/filling/rounds.ts'
import { siteId } from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'

const audit = (id: string, fields: Fields) =>
  readFilling(id, 'home-1', { form: 'grid-1', status: 'closed', ...fields })
const site = siteId('home-1')
const at = (subject: string) => ({ site, form: 'grid-1', subject })

const KITCHEN = audit('a1', { subject: 'Cuisine', round: 1 })
const LAUNDRY = audit('a2', { subject: 'Lingerie', round: 1, status: 'draft' })
const KITCHEN_AGAIN = audit('a3', { subject: ' cuisine', round: 2 })
const ALL = [KITCHEN, LAUNDRY, KITCHEN_AGAIN]

describe('rounds of premises', () => {
  test('are those of one place, however its name was typed', () => {
    expect(nextRound(ALL, at('CUISINE'))).toBe(3)
    expect(nextRound(ALL, at('Salle de bain'))).toBe(1)
    expect(previousRound(ALL, KITCHEN_AGAIN)?.id).toBe(KITCHEN.id)
    expect(previousRound(ALL, { ...LAUNDRY, round: 2 })).toBeUndefined()
  })

  test('one open elsewhere does not stop another from beginning', () => {
    expect(openFilling(ALL, at('Lingerie'))?.id).toBe(LAUNDRY.id)
    expect(openFilling(ALL, at('Cuisine'))).toBeUndefined()
  })

  test('places seen are offered once each, in alphabetical order', () => {
    expect(subjectsSeen(ALL, at(''))).toEqual(['cuisine', 'Lingerie'])
  })

  test('an audit of a whole home keeps its own, apart from those of its premises', () => {
    expect(nextRound([...ALL, audit('a4', { round: 1 })], { site, form: 'grid-1' })).toBe(2)
  })
})
