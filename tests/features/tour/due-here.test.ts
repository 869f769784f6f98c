import { describe, expect, it } from 'vitest'
import { day } from '#domain/shared/day.ts'
import type { Fields } from '#domain/shared/json.ts'
import {
  byNextVisit,
  dueHere,
  homeOfTheDay,
  monthDays,
  nextVisit,
  urgencyOf,
} from '#features/tour/due-here.ts'
import { buildHomes, type HomeRecords, type HomeView } from '#features/tour/home-view.ts'

const TODAY = day('2026-11-24')
let rows = 0

function row(scope: string, fields: Fields) {
  rows++
  return { id: `row-${rows}`, scope, fields }
}

function build(records: Partial<HomeRecords>): readonly HomeView[] {
  const sites = ['Les Acomats', 'Bel-Étang'].map((name, at) => ({
    id: `home-${at + 1}`,
    scope: 'dispositif',
    fields: { name },
  }))
  const none = { audits: [], epps: [], tracers: [], actions: [], events: [], visits: [] }
  return buildHomes({ sites, ...none, ...records }, ['home-1', 'home-2'])
}

function home(homes: readonly HomeView[], id: string): HomeView {
  const found = homes.find(({ site }) => site.id === id)
  if (!found) throw new Error(`No ${id}`)
  return found
}

describe('the home of the day', () => {
  it('is where the earliest visit of today is planned', () => {
    const homes = build({
      visits: [
        row('home-2', { day: '2026-11-24', startsAt: '14:00' }),
        row('home-1', { day: '2026-11-24', startsAt: '08:30' }),
      ],
    })
    expect(homeOfTheDay(homes, TODAY)?.site.name).toBe('Les Acomats')
  })

  it('is the next one visited when nothing is planned today, and never a cancelled visit', () => {
    const homes = build({
      visits: [
        row('home-1', { day: '2026-11-24', status: 'cancelled' }),
        row('home-1', { day: '2026-11-30' }),
        row('home-2', { day: '2026-11-26' }),
      ],
    })
    expect(homeOfTheDay(homes, TODAY)?.site.name).toBe('Bel-Étang')
    expect(byNextVisit(homes, TODAY).map(({ site }) => site.name)).toEqual([
      'Bel-Étang',
      'Les Acomats',
    ])
    expect(nextVisit(home(homes, 'home-1'), TODAY)).toBe('2026-11-30')
  })

  it('counts the days of the month done and planned together', () => {
    const homes = build({
      visits: [
        row('home-1', { day: '2026-11-03', status: 'done', days: 0.5 }),
        row('home-1', { day: '2026-11-24', status: 'planned', days: 1 }),
        row('home-1', { day: '2026-11-25', status: 'cancelled', days: 1 }),
        row('home-1', { day: '2026-10-25', status: 'done', days: 1 }),
      ],
    })
    expect(monthDays(home(homes, 'home-1'), TODAY)).toEqual({ done: 0.5, planned: 1.5 })
  })
})

describe('what is due in a home', () => {
  it('gathers late actions and those of the week, and keeps the ones ticked today', () => {
    const homes = build({
      actions: [
        row('home-1', { title: 'late', dueOn: '2026-11-12' }),
        row('home-1', { title: 'this week', dueOn: '2026-12-01' }),
        row('home-1', { title: 'far', dueOn: '2026-12-02' }),
        row('home-1', { title: 'ticked', status: 'done', doneOn: '2026-11-24' }),
        row('home-1', { title: 'old', status: 'done', doneOn: '2026-11-20' }),
        row('home-2', { title: 'elsewhere', dueOn: '2026-11-12' }),
      ],
    })
    const { toCheck } = dueHere(home(homes, 'home-1'), TODAY)
    expect(toCheck.map(({ title }) => title).sort()).toEqual(['late', 'this week', 'ticked'])
  })

  it('parts the events to triage from those that wait for an answer', () => {
    const homes = build({
      events: [
        row('home-1', { status: 'declared', declaredOn: '2026-11-20', reference: 'new' }),
        row('home-1', { status: 'declared', declaredOn: '2026-11-17', reference: 'older' }),
        row('home-1', { status: 'analysis', reference: 'promised' }),
        row('home-1', { status: 'analysis', answer: 'Merci', reference: 'answered' }),
        row('home-1', { status: 'closed', reference: 'closed' }),
      ],
    })
    const due = dueHere(home(homes, 'home-1'), TODAY)
    expect(due.toTriage.map(({ reference }) => reference)).toEqual(['older', 'new'])
    expect(due.toAnswer.map(({ reference }) => reference)).toEqual(['promised'])
  })

  it('counts as grave the open events of gravity 4 and 5, settled or proposed', () => {
    const homes = build({
      events: [
        row('home-1', { status: 'analysis', gravity: 4 }),
        row('home-1', { status: 'declared', 'answers.gravity': 'life-threatening' }),
        row('home-1', { status: 'closed', gravity: 5 }),
        row('home-1', { status: 'declared', gravity: 3 }),
      ],
    })
    expect(urgencyOf(home(homes, 'home-1'), TODAY)).toEqual({ grave: 2, toTriage: 2, late: 0 })
  })
})
