import { describe, expect, it } from 'vitest'
import type { FigureRow } from '#domain/figures/summarise-figures.ts'
import { readIndicatorValue } from '#domain/indicator/indicator-value.ts'
import { day } from '#domain/shared/day.ts'
import { siteId } from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'
import { readSite } from '#domain/site/site.ts'
import { latestIndicators } from '#features/dashboard/latest-indicators.ts'
import { pressingFacts } from '#features/dashboard/pressing.ts'
import { changeOf, roundsByForm } from '#features/dashboard/rounds.ts'
import { timeGaps, timeShares } from '#features/dashboard/time-shares.ts'

const PORTEUR = readSite('home-1', { name: 'Les Acomats', isPorteur: true })
const OTHERS = ['home-2', 'home-3', 'home-4'].map((id) => readSite(id, { name: id }))
const SITES = [PORTEUR, ...OTHERS]

describe('the shared time', () => {
  it('follows the key of the call for projects, 0.4 and 0.3, brought back to 1', () => {
    const shares = timeShares(SITES)
    expect(shares?.get(PORTEUR.id)).toBeCloseTo(0.4 / 1.3)
    expect([...(shares?.values() ?? [])].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
  })

  it('expects nothing of a home when no home is named as the porteur', () => {
    expect(timeShares(OTHERS)).toBeUndefined()
    expect(timeGaps(OTHERS, new Map([[siteId('home-2'), 4]]))[0]).toMatchObject({
      days: 4,
      expected: undefined,
    })
  })

  it('shares out the days done, not days that were only planned', () => {
    const days = new Map(SITES.map(({ id }) => [id, 13]))
    expect(timeGaps(SITES, days).map(({ expected }) => Math.round(expected ?? 0))).toEqual([
      16, 12, 12, 12,
    ])
  })
})

function filling(site: string, fields: Fields): FigureRow {
  return {
    site: siteId(site),
    type: 'filling-figure',
    fields: { kind: 'epp', form: 'epp-restraint', formVersion: 1, status: 'closed', ...fields },
  }
}

describe('rounds', () => {
  it('sets the last round of a home beside the one before, and leaves drafts and traceurs out', () => {
    const [rounds, ...rest] = roundsByForm([
      filling('home-1', { round: 1, heldOn: '2026-03-01', won: 18, outOf: 30 }),
      filling('home-1', { round: 2, heldOn: '2026-09-01', won: 27, outOf: 30 }),
      filling('home-1', { round: 3, heldOn: '2026-11-01', status: 'draft', won: 1, outOf: 2 }),
      filling('home-1', { kind: 'tracer', form: 'tracer-person', heldOn: '2026-11-02' }),
    ])
    expect(rest).toEqual([])
    expect(rounds?.homes).toHaveLength(1)
    expect(rounds?.homes[0]).toMatchObject({ last: { round: 2 }, before: { round: 1 } })
  })

  it('compares two rounds that both have enough answers, and no other', () => {
    const changes = (before: number, last: number, outOf: number) =>
      roundsByForm([
        filling('home-1', { round: 1, heldOn: '2026-03-01', won: before, outOf }),
        filling('home-1', { round: 2, heldOn: '2026-09-01', won: last, outOf }),
        filling('home-2', { round: 1, heldOn: '2026-09-01', won: last, outOf }),
      ]).flatMap(({ homes }) => homes.map(changeOf))
    expect(changes(18, 27, 30)).toEqual([{ site: 'home-1', before: 0.6, after: 0.9 }, undefined])
    expect(changes(3, 6, 9)).toEqual([undefined, undefined])
  })
})

describe('what cannot wait', () => {
  it('names at most one grave home, one late action and one triage that waits over a week', () => {
    const event = (site: string, fields: Fields): FigureRow => ({
      site: siteId(site),
      type: 'event-figure',
      fields,
    })
    const facts = pressingFacts(
      SITES,
      [
        event('home-2', { status: 'declared', gravity: 4, declaredOn: '2026-11-23' }),
        event('home-3', { status: 'declared', gravity: 1, declaredOn: '2026-11-14' }),
        event('home-3', { status: 'closed', gravity: 5, declaredOn: '2026-01-14' }),
        {
          site: siteId('home-1'),
          type: 'action-figure',
          fields: { status: 'todo', dueOn: '2026-11-12' },
        },
      ],
      day('2026-11-24'),
    )
    expect(facts.map(({ kind, site, count }) => [kind, site.id, count])).toEqual([
      ['grave', 'home-2', 1],
      ['late', 'home-1', 12],
      ['triage', 'home-3', 10],
    ])
  })
})

describe('the last value of an indicator', () => {
  it('is the last that says something: days entered without the capacity are no occupancy', () => {
    const value = (period: string, fields: Fields) =>
      readIndicatorValue(period, 'home-1', { indicator: 'i-25', period, ...fields })
    const [occupancy] = latestIndicators(
      [
        value('2026-09', { numerator: 2_300, denominator: 2_520 }),
        value('2026-10', { numerator: 2_400 }),
      ],
      new Map(),
    )
    expect(occupancy?.values.map(({ period }) => period)).toEqual(['2026-09'])
  })
})
