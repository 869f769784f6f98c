import { expect, test } from 'vitest'
import { offeredChoices } from '#declare/choice-question.ts'
import { EVENT_FAMILIES } from '#domain/adverse-event/adverse-event.ts'
import { TILES } from '#domain/adverse-event/event-tiles.ts'
import { declareEvent, whenFamilyIs } from '#domain/form/library/declare-event.ts'
import { visibleChoices } from '#domain/form/relevance.ts'
import { SITE_KINDS } from '#domain/site/site.ts'

const questions = declareEvent.sections.flatMap((section) => section.questions)

test.each(SITE_KINDS)('the declaration of %s has nine tiles, each once, « Autre » last', (kind) => {
  const tiles = TILES[kind]
  expect([tiles.length, new Set(tiles).size, tiles.at(-1)]).toEqual([9, 9, 'other'])
})

test('homes for the young do not show the tiles of homes for the old', () => {
  expect(TILES.ehpad).toContain('fall')
  expect(TILES.ime).not.toContain('fall')
  expect(TILES.itep).toContain('bullying')
  expect(TILES.mas).toContain('restraint')
  expect(new Set(Object.values(TILES).flat())).toEqual(new Set(EVENT_FAMILIES))
})

test('no question depends on another, and every chip on one family', () => {
  const conditions = new Set(EVENT_FAMILIES.map((family) => JSON.stringify(whenFamilyIs(family))))
  for (const question of questions) {
    expect(question.relevance).toBeUndefined()
    for (const { relevance } of 'choices' in question ? question.choices : []) {
      if (relevance !== undefined) expect(conditions).toContain(JSON.stringify(relevance))
    }
  }
})

test('the phone offers the chips that the form engine would, without loading it', () => {
  for (const family of EVENT_FAMILIES) {
    for (const question of questions) {
      if (question.type !== 'multiple') continue
      const offered = offeredChoices(question, { answers: { family } })
      expect(offered).toEqual(visibleChoices(question, new Map([['family', family]])))
      if (question.id === 'details') expect(offered.length).toBeGreaterThan(3)
    }
  }
})
