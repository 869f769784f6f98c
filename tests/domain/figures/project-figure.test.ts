import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { projectFigure } from '#domain/figures/project-figure.ts'
import {
  countsBySite,
  eventsThatCount,
  lateActions,
  openEventsByGravity,
} from '#domain/figures/summarise-figures.ts'
import { auditMedication } from '#domain/form/library/audit-medication.ts'
import type { RecordType } from '#domain/record-types.ts'
import { day } from '#domain/shared/day.ts'
import { siteId } from '#domain/shared/ids.ts'
import type { Fields, Json } from '#domain/shared/json.ts'

const SECRET = 'Mme Dupont, chambre 112'
const NAMES = [
  ...['form', 'round', 'heldOn', 'status', 'kind', 'author', 'withWhom', 'closedOn', 'files'],
  ...['title', 'finding', 'source', 'sourceRecord', 'imperatif', 'pilot', 'createdOn', 'dueOn'],
  ...['doneOn', 'effect', 'number', 'reference', 'unit', 'occurredOn', 'occurredAt', 'declaredOn'],
  ...['identity', 'gravity', 'frequency', 'answer', 'answers.family', 'answers.gravity'],
  ...['answers.facts', 'answers.details', 'comments.C1', 'day', 'days', 'missions.M1', 'note'],
]
const TYPES = ['audit', 'epp', 'tracer', 'action', 'adverse-event', 'visit'] as const

function answersOf(answer: (index: number) => string): Fields {
  const ids = auditMedication.sections.flatMap(({ questions }) => questions.map(({ id }) => id))
  return Object.fromEntries(ids.map((id, index) => [`answers.${id}`, answer(index)]))
}

describe('a figure', () => {
  test('has no word of text, whatever a device wrote and wherever', () => {
    const value = fc.oneof(
      fc.constant(SECRET),
      fc.constant([SECRET]),
      fc.constant({ a: SECRET }),
      fc.integer(),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...TYPES),
        fc.dictionary(fc.constantFrom(...NAMES), value as fc.Arbitrary<Json>),
        (type, fields) => {
          expect(JSON.stringify(projectFigure(type, fields))).not.toContain('Dupont')
        },
      ),
    )
  })

  test('of an audit carries its sums, so that the porteur needs no answer', () => {
    const fields = {
      form: 'audit-medication',
      formVersion: 1,
      status: 'closed',
      heldOn: '2026-11-24',
      round: 2,
      ...answersOf((index) => (index === 0 ? 'no' : 'yes')),
    }
    // 22 criteria, three of which weigh 2.
    expect(projectFigure('audit', fields)).toEqual({
      type: 'filling-figure',
      fields: {
        kind: 'audit',
        form: 'audit-medication',
        formVersion: 1,
        round: 2,
        heldOn: '2026-11-24',
        status: 'closed',
        won: 24,
        outOf: 25,
        answered: 22,
        expected: 22,
      },
    })
  })

  test('of an EPP counts files met over files that count', () => {
    const fields = {
      form: 'epp-restraint',
      formVersion: 1,
      files: 2,
      'answers.1.C1': 'yes',
      'answers.1.C2': 'na',
      'answers.2.C1': 'no',
    }
    expect(projectFigure('epp', fields)?.fields).toMatchObject({
      won: 1,
      outOf: 2,
      answered: 3,
      expected: 20,
      files: 2,
    })
  })

  test('of a round said to have a billion files is bounded', () => {
    const fields = { form: 'epp-restraint', formVersion: 1, files: 1e9 }
    expect(projectFigure('epp', fields)?.fields.files).toBe(500)
  })

  test('of a traceur counts what is met', () => {
    const fields = {
      form: 'tracer-person',
      formVersion: 1,
      'answers.P1': 'star',
      'answers.Q1': '2',
    }
    expect(projectFigure('tracer', fields)?.fields).toMatchObject({ won: 1, outOf: 2, points: 6 })
  })

  test('of a form this server does not know keeps its place, without a score', () => {
    const { fields } = projectFigure('audit', { form: SECRET, status: 'closed' }) ?? {}
    expect(fields).toMatchObject({ form: null, status: 'closed' })
    expect(fields).not.toHaveProperty('won')
  })

  test('of an event shows the gravity settled, else the one proposed', () => {
    const event = { 'answers.family': 'fall', 'answers.gravity': 'serious' }
    expect(projectFigure('adverse-event', event)?.fields.gravity).toBe(4)
    expect(projectFigure('adverse-event', { ...event, gravity: 3 })?.fields.gravity).toBe(3)
  })

  test('of an event set aside as a duplicate says so, and not of which', () => {
    expect(projectFigure('adverse-event', { duplicateOf: 'e2' })?.fields.duplicate).toBe(true)
    expect(projectFigure('adverse-event', { duplicateOf: null })?.fields.duplicate).toBe(false)
    expect(JSON.stringify(projectFigure('adverse-event', { duplicateOf: SECRET }))).not.toContain(
      'Dupont',
    )
  })

  test('is not made for what the porteur has no figure of', () => {
    const others: RecordType[] = ['site', 'person', 'declarant', 'receipt', 'indicator-value']
    expect(others.map((type) => projectFigure(type, {}))).toEqual(others.map(() => undefined))
  })
})

describe('the sums of the porteur', () => {
  const here = siteId('s1')
  const elsewhere = siteId('s2')
  const event = (fields: Fields, site = here) => ({ site, type: 'event-figure' as const, fields })
  const action = (fields: Fields, site = here) => ({ site, type: 'action-figure' as const, fields })

  test('open events are counted by gravity, closed ones are not', () => {
    const rows = [
      event({ status: 'declared', gravity: 4 }),
      event({ status: 'answered', gravity: 1 }, elsewhere),
      event({ status: 'closed', gravity: 5 }),
    ]
    expect(openEventsByGravity(rows)).toEqual({ 1: 1, 2: 0, 3: 0, 4: 1, 5: 0 })
  })

  test('a declaration set aside as a duplicate is counted nowhere', () => {
    const facts = { status: 'declared', gravity: 4, declaredOn: '2026-05-02', nearMiss: true }
    const rows = [event(facts), event({ ...facts, duplicate: true })]
    expect(eventsThatCount(rows)).toEqual([rows[0]])
    expect(openEventsByGravity(rows)[4]).toBe(1)
    const period = { from: day('2026-01-01'), to: day('2026-12-31') }
    expect(countsBySite([here], rows, period)).toMatchObject([
      { events: 1, nearMisses: 1, openEvents: 1, openSerious: 1 },
    ])
  })

  test('the latest action comes first, what is done is never late', () => {
    const rows = [
      action({ status: 'todo', dueOn: '2026-11-20' }),
      action({ status: 'doing', dueOn: '2026-11-12' }),
      action({ status: 'done', dueOn: '2026-01-01' }),
      action({ status: 'todo', dueOn: '2026-11-24' }),
    ]
    expect(lateActions(rows, day('2026-11-24')).map(({ daysLate }) => daysLate)).toEqual([12, 4])
  })

  test('each home is counted apart, both ends of the period included', () => {
    const filling = (heldOn: string, status = 'closed') => ({
      site: here,
      type: 'filling-figure' as const,
      fields: { kind: 'audit', status, heldOn },
    })
    const rows = [
      filling('2026-01-01'),
      filling('2026-12-31'),
      filling('2025-12-31'),
      filling('2026-06-01', 'draft'),
      event({ status: 'declared', gravity: 3, declaredOn: '2026-05-02', nearMiss: false }),
      action({ status: 'todo', dueOn: '2026-12-30' }, elsewhere),
      {
        site: here,
        type: 'visit-figure' as const,
        fields: { status: 'done', day: '2026-03-02', days: 0.5 },
      },
    ]
    const period = { from: day('2026-01-01'), to: day('2026-12-31') }
    expect(countsBySite([here, elsewhere], rows, period)).toMatchObject([
      { site: 's1', audits: 2, events: 1, openSerious: 1, lateActions: 0, visitDays: 0.5 },
      { site: 's2', audits: 0, events: 0, openActions: 1, lateActions: 1, visitDays: 0 },
    ])
  })
})
