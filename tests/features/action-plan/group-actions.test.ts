import { describe, expect, it } from 'vitest'
import { readAction } from '#domain/action-plan/action.ts'
import { day } from '#domain/shared/day.ts'
import type { Fields } from '#domain/shared/json.ts'
import { groupActions } from '#features/action-plan/group-actions.ts'

const TODAY = day('2026-11-24')

function build(id: string, fields: Fields) {
  return readAction(id, 'home-1', { title: id, status: 'todo', ...fields })
}

describe('the plan in reading order', () => {
  it('puts the longest late first, computed from the day and not from the record', () => {
    const groups = groupActions(
      [
        build('four days', { dueOn: '2026-11-20' }),
        build('twelve days', { dueOn: '2026-11-12', status: 'doing' }),
        build('today', { dueOn: '2026-11-24' }),
      ],
      TODAY,
    )
    expect(groups.late.map(({ title }) => title)).toEqual(['twelve days', 'four days'])
    expect(groups.soon.map(({ title }) => title)).toEqual(['today'])
  })

  it('looks two weeks ahead, and keeps for later what is due after or has no day', () => {
    const groups = groupActions(
      [
        build('last soon', { dueOn: '2026-12-08' }),
        build('first later', { dueOn: '2026-12-09' }),
        build('no day', {}),
      ],
      TODAY,
    )
    expect(groups.soon.map(({ title }) => title)).toEqual(['last soon'])
    expect(groups.later.map(({ title }) => title)).toEqual(['first later', 'no day'])
  })

  it('never calls late what is done, measured or dropped', () => {
    const groups = groupActions(
      [
        build('done', { dueOn: '2026-01-01', status: 'done', doneOn: '2026-11-01' }),
        build('measured', { dueOn: '2026-01-01', status: 'measured', doneOn: '2026-11-10' }),
        build('dropped', { dueOn: '2026-01-01', status: 'dropped' }),
      ],
      TODAY,
    )
    expect(groups.late).toEqual([])
    expect(groups.done.map(({ title }) => title)).toEqual(['measured', 'done'])
    expect(groups.dropped.map(({ title }) => title)).toEqual(['dropped'])
  })
})
