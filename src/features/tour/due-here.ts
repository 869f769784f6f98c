import { type Action, daysLate, isOpen } from '#domain/action-plan/action.ts'
import { type AdverseEvent, gravityOf, isOpenEvent } from '#domain/adverse-event/adverse-event.ts'
import { addDays, type Day, monthOf } from '#domain/shared/day.ts'
import type { Visit } from '#domain/site/visit.ts'
import type { HomeFilling, HomeView } from './home-view.ts'

/** An action is to be looked at on the spot from a week before its day. */
const CHECK_DAYS = 7

/** What one visit has to do in a home, computed from its records. */
export interface DueHere {
  readonly visit: Visit | undefined
  readonly drafts: readonly HomeFilling[]
  readonly closedToday: readonly HomeFilling[]
  /** Late or due within a week, and those done today so that a tick may be taken back. */
  readonly toCheck: readonly Action[]
  readonly toTriage: readonly AdverseEvent[]
  /** Triaged, still without the answer promised to who declared. */
  readonly toAnswer: readonly AdverseEvent[]
}

export function dueHere(home: HomeView, today: Day): DueHere {
  const limit = addDays(today, CHECK_DAYS)
  return {
    visit: visitOn(home, today),
    drafts: home.fillings
      .filter(({ filling }) => filling.status === 'draft')
      .sort((a, b) => (b.filling.heldOn ?? '').localeCompare(a.filling.heldOn ?? '')),
    closedToday: home.fillings.filter(({ filling }) => filling.closedOn === today),
    toCheck: home.actions
      .filter((action) =>
        isOpen(action.status)
          ? action.dueOn !== undefined && action.dueOn <= limit
          : action.status === 'done' && action.doneOn === today,
      )
      .sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? '')),
    toTriage: byDeclaration(home.events.filter(({ status }) => status === 'declared')),
    toAnswer: byDeclaration(
      home.events.filter(
        ({ status, answer }) => (status === 'triaged' || status === 'analysis') && answer === '',
      ),
    ),
  }
}

/** The visit of that day, unless it was cancelled. */
export function visitOn(home: HomeView, on: Day): Visit | undefined {
  return home.visits.find((visit) => visit.day === on && visit.status !== 'cancelled')
}

/** The first visit planned after that day. */
export function nextVisit(home: HomeView, after: Day): Day | undefined {
  return home.visits
    .flatMap(({ day, status }) => (status === 'planned' && day && day > after ? [day] : []))
    .sort()[0]
}

/** Where the officer is: the home of today's earliest visit, else of the next one, else the first. */
export function homeOfTheDay(homes: readonly HomeView[], today: Day): HomeView | undefined {
  const withHour = homes.flatMap((home) => {
    const visit = visitOn(home, today)
    return visit ? [{ home, at: visit.startsAt }] : []
  })
  const first = withHour.sort((a, b) => a.at.localeCompare(b.at))[0]
  return first?.home ?? byNextVisit(homes, today)[0]
}

export function byNextVisit(homes: readonly HomeView[], today: Day): readonly HomeView[] {
  const key = (home: HomeView) => nextVisit(home, today) ?? '9999'
  return [...homes].sort((a, b) => key(a).localeCompare(key(b)))
}

/** Days spent here this month, and days there were to be: done and planned together. */
export function monthDays(home: HomeView, today: Day): { done: number; planned: number } {
  const month = home.visits.filter(
    ({ day, status }) => day && monthOf(day) === monthOf(today) && status !== 'cancelled',
  )
  const sum = (visits: readonly Visit[]) => visits.reduce((total, { days }) => total + days, 0)
  return { done: sum(month.filter(({ status }) => status === 'done')), planned: sum(month) }
}

export interface Urgency {
  readonly grave: number
  readonly toTriage: number
  readonly late: number
}

/** What cannot wait in a home: grave events still open (4 and 5), events to triage, late actions. */
export function urgencyOf(home: HomeView, today: Day): Urgency {
  return {
    grave: home.events.filter((event) => isOpenEvent(event.status) && gravityOf(event) >= 4).length,
    toTriage: home.events.filter(({ status }) => status === 'declared').length,
    late: home.actions.filter((action) => daysLate(action, today) > 0).length,
  }
}

function byDeclaration(events: readonly AdverseEvent[]): readonly AdverseEvent[] {
  return [...events].sort((a, b) => (a.declaredOn ?? '').localeCompare(b.declaredOn ?? ''))
}
