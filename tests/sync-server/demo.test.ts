import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { daysLate, readAction } from '#domain/action-plan/action.ts'
import { gravityOf, isOpenEvent, readAdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import { readAnalysis } from '#domain/adverse-event/analysis/analysis.ts'
import { readSendings } from '#domain/adverse-event/channels/sending.ts'
import { findPersonalData } from '#domain/adverse-event/personal-data-guard.ts'
import { readProtocol } from '#domain/epp/protocol.ts'
import { answersOfFile, readFilling } from '#domain/filling/filling.ts'
import { checkAnswer } from '#domain/form/check-answer.ts'
import { findForm } from '#domain/form/library/find-form.ts'
import { selfImperatives } from '#domain/form/library/self-imperatives.ts'
import { tracerPerson } from '#domain/form/library/tracer-person.ts'
import { missingQuestions } from '#domain/form/progress.ts'
import { formShelf } from '#domain/grid/form-shelf.ts'
import { isPublication } from '#domain/grid/grid-version.ts'
import { elementScores } from '#domain/has/element-scores.ts'
import type { RecordType } from '#domain/record-types.ts'
import { ROLES } from '#domain/rights/rights.ts'
import { day } from '#domain/shared/day.ts'
import { type SiteId, siteId } from '#domain/shared/ids.ts'
import { type Fields, numberField } from '#domain/shared/json.ts'
import { bucketId } from '#domain/site/bucket.ts'
import { widestKm } from '#domain/site/distance.ts'
import { readSite } from '#domain/site/site.ts'
import { readVisit } from '#domain/site/visit.ts'
import { easyQuestions } from '#domain/tracer/easy-questions.ts'
import { readOwnWords } from '#domain/tracer/own-answers.ts'
import { type RecordState, shownFields } from '#protocol/merge.ts'
import { seedDemo } from '#sync-server/demo/seed-demo.ts'
import { openKyselyStore } from '#sync-server/store/kysely/kysely-store.ts'
import type { Store } from '#sync-server/store/store.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'

const NOW = Date.parse('2026-11-24T13:20:00Z')
const TODAY = day('2026-11-24')

interface Row {
  readonly id: string
  readonly type: RecordType
  readonly site: SiteId
  readonly bucket: string
  readonly fields: Fields
}

let folder: string
let store: Store
let rows: readonly Row[]

async function openEmpty(name: string): Promise<Store> {
  return openKyselyStore(join(folder, name))
}

async function readRows(of: Store): Promise<readonly Row[]> {
  const records = await of.read((session) => session.records.all())
  return records.map(({ state }: { state: RecordState }) => ({
    id: state.id,
    type: state.type,
    site: siteId(state.bucket.split('/')[0] ?? ''),
    bucket: state.bucket,
    fields: shownFields(state),
  }))
}

const ofType = (type: RecordType) => rows.filter((row) => row.type === type)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'escale-demo-'))
  store = await openEmpty('first.db')
  await seedDemo(store, { now: NOW })
  rows = await readRows(store)
})

afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

describe('the demonstration', () => {
  test('is short enough to be told at a first start: one transaction of a few thousand operations', async () => {
    const log = await store.read((session) => session.log.after(0, 10_000))
    expect(log.length).toBeLessThan(3_000)
  })

  test('shows two self-evaluations on the HAS structure, with impératifs met and not met', () => {
    const filled = ofType('audit')
      .map(({ id, site, fields }) => readFilling(id, site, fields))
      .filter(({ form }) => form === selfImperatives.id)
    expect(filled.map(({ status }) => status)).toEqual(['closed', 'closed'])
    for (const { answers } of filled) {
      const { criteria } = elementScores(selfImperatives, answers)
      expect(criteria.every(({ missing }) => missing === 0)).toBe(true)
      expect(new Set(criteria.map(({ met }) => met))).toEqual(new Set([true, false]))
    }
  })

  test('has four homes of three kinds, every pair within 30 km, 150 places or more', () => {
    const sites = ofType('site').map(({ id, fields }) => readSite(id, fields))
    expect(sites.map(({ kind }) => kind).toSorted()).toEqual(['ehpad', 'ehpad', 'ime', 'mas'])
    expect(widestKm(sites.flatMap(({ position }) => position ?? []))).toBeLessThanOrEqual(30)
    expect(sites.filter(({ position }) => position)).toHaveLength(4)
    expect(sites.reduce((sum, { places }) => sum + places, 0)).toBeGreaterThanOrEqual(150)
    expect(sites.filter(({ isPorteur }) => isPorteur)).toHaveLength(1)
    for (const site of sites) expect(site.units.length).toBeGreaterThanOrEqual(2)
  })

  test('has one person of each role first, and a direction in each home', async () => {
    const other = await openEmpty('people.db')
    const { people } = await seedDemo(other, { now: NOW })
    await other.close()
    expect(people.slice(0, ROLES.length).map(({ role }) => role)).toEqual([...ROLES])
    const directed = people.filter(({ role }) => role === 'director').flatMap(({ sites }) => sites)
    expect(new Set(directed).size).toBe(4)
  })

  test('is the same each time', async () => {
    const again = await openEmpty('again.db')
    await seedDemo(again, { now: NOW })
    expect(await readRows(again)).toEqual(rows)
    await again.close()
  })

  test('is the replay of its log', async () => {
    expect(await store.read(differencesWithLog)).toEqual([])
  })

  test('is told in the order it happened, and never after the day it is seeded', async () => {
    const log = await store.read((session) => session.log.after(0, 10_000))
    const hours = log.map(({ receivedAt }) => receivedAt)
    expect(hours.length).toBeGreaterThan(500)
    expect(Math.max(...hours)).toBeLessThanOrEqual(NOW)
    expect(log.filter(({ outcome }) => outcome !== 'applied')).toEqual([])
    // The founding records come first, the rest follows the clock.
    const history = hours.slice(1 + 4 + 9)
    expect(history).toEqual(history.toSorted((a, b) => a - b))
  })

  test('can be seeded on any day of the year', async () => {
    for (const now of ['2027-01-01T04:30:00Z', '2028-02-29T23:59:00Z', '2027-03-01T03:00:00Z']) {
      const other = await openEmpty(`${now}.db`)
      await seedDemo(other, { now: Date.parse(now) })
      expect(await other.read(differencesWithLog)).toEqual([])
      await other.close()
    }
  })
})

describe('audits, EPP and traceurs', () => {
  const fillings = () =>
    rows
      .filter(({ type }) => type === 'audit' || type === 'epp' || type === 'tracer')
      .map(({ type, site, id, fields }) => ({
        type,
        fields,
        filling: readFilling(id, site, fields),
      }))

  test('are closed, complete, and answered with codes of their form', () => {
    expect(fillings().length).toBeGreaterThanOrEqual(18)
    const shelf = formShelf(ofType('grid-version'), ofType('grid'))
    for (const { fields, filling } of fillings()) {
      const form = shelf.find(filling)
      if (!form) throw new Error(`Unknown form ${filling.form}`)
      expect(filling.status).toBe('closed')
      const files = numberField(fields, 'files')
      const sheets = files
        ? Array.from({ length: files }, (_, index) => answersOfFile(filling, index + 1))
        : [filling.answers]
      const questions = form.sections.flatMap((section) => section.questions)
      for (const sheet of sheets) {
        expect(missingQuestions(form, sheet)).toEqual([])
        for (const question of questions) {
          const answer = sheet.get(question.id)
          if (answer !== undefined) expect(checkAnswer(question, answer).ok).toBe(true)
        }
      }
    }
  })

  test('show a grid written here, published once, read in two rounds at two homes', () => {
    const [published, ...others] = ofType('grid-version')
    expect(others).toEqual([])
    expect(published && isPublication(published.fields)).toBe(true)
    const own = fillings().filter(({ filling }) => filling.edition === published?.id)
    expect(own.map(({ filling }) => filling.round).toSorted()).toEqual([1, 1, 2, 2])
    expect(new Set(own.map(({ filling }) => filling.site)).size).toBe(2)
  })

  test('hold ten to thirty files in each EPP round, one home having two rounds', () => {
    const rounds = fillings().filter(({ type }) => type === 'epp')
    for (const { fields } of rounds) {
      expect(numberField(fields, 'files')).toBeGreaterThanOrEqual(10)
      expect(numberField(fields, 'files')).toBeLessThanOrEqual(30)
    }
    expect(rounds.some(({ filling }) => filling.round === 2)).toBe(true)
  })

  test('say who is in the sample of an EPP and how it is drawn, the second round as the first', () => {
    const rounds = fillings().filter(({ filling }) => filling.form === 'epp-restraint')
    const protocols = rounds.map(({ fields }) => readProtocol(fields))
    expect(new Set(protocols.map(({ population }) => population)).size).toBe(1)
    for (const [at, { population, drawing, from, to }] of protocols.entries()) {
      expect(population).not.toBe('')
      expect(drawing).toBe('random')
      expect(from && to && from < to && to < (rounds[at]?.filling.heldOn ?? '')).toBe(true)
    }
  })

  test('hold what two people answered on the tablet, beside the ratings and not as one', () => {
    const told = fillings()
      .filter(({ type }) => type === 'tracer')
      .map(({ fields, filling }) => ({ own: readOwnWords(fields), filling }))
      .filter(({ own }) => own.answers.size > 0)
    expect(told).toHaveLength(2)
    for (const { own, filling } of told) {
      expect([...own.answers.keys()]).toEqual(
        easyQuestions(tracerPerson).map(({ criterion }) => criterion),
      )
      expect(own.on).toBe(filling.heldOn)
      expect([...filling.answers.values()]).not.toContain('so-so')
    }
  })

  test('leave a first medication round at the first home, with its late action', () => {
    const home = ofType('site').find(({ fields }) => fields.isPorteur === true)
    const [first, ...others] = fillings().filter(
      ({ filling }) => filling.site === home?.id && filling.form === 'audit-medication',
    )
    expect(others).toEqual([])
    expect(first?.filling.comments.get('C3')).toBe('2 piluliers sur 5 sans photo.')
    const late = ofType('action')
      .map(({ id, site, fields }) => readAction(id, site, fields))
      .find(
        ({ sourceRecord, sourceQuestion }) =>
          sourceRecord === first?.filling.id && sourceQuestion === 'C3',
      )
    expect(late && daysLate(late, TODAY)).toBe(12)
  })
})

describe('events', () => {
  const events = () =>
    ofType('adverse-event').map(({ id, site, fields }) => readAdverseEvent(id, site, fields))

  test('are about 120, of every gravity and every state', () => {
    expect(events().length).toBeGreaterThanOrEqual(115)
    expect(new Set(events().map(gravityOf))).toEqual(new Set([1, 2, 3, 4, 5]))
    expect(new Set(events().map(({ status }) => status)).size).toBeGreaterThanOrEqual(4)
    const open = events().filter(({ status }) => isOpenEvent(status))
    expect(open.length).toBeGreaterThanOrEqual(8)
    expect(open.length).toBeLessThanOrEqual(40)
  })

  test('name nobody', () => {
    for (const { fields } of ofType('adverse-event')) {
      expect(findPersonalData(JSON.stringify(fields))).toEqual([])
    }
  })

  test('answer their form: a family, a gravity, details of that family', () => {
    const form = findForm('declare-event', 1)
    const questions = form?.sections.flatMap((section) => section.questions) ?? []
    for (const event of events()) {
      for (const question of questions) {
        const answer = event.answers.get(question.id)
        if (answer !== undefined) expect(checkAnswer(question, answer)).toMatchObject({ ok: true })
      }
      expect(form && missingQuestions(form, event.answers)).toEqual([])
    }
  })

  test('keep no hour when anonymous, in the fields nor in the log', async () => {
    const anonymous = ofType('adverse-event').filter(
      ({ fields }) => fields.identity === 'anonymous',
    )
    expect(anonymous.length).toBeGreaterThan(20)
    const log = await store.read((session) => session.log.after(0, 10_000))
    for (const { id, fields } of anonymous) {
      expect(fields).not.toHaveProperty('occurredAt')
      const declared = log.find(({ rec }) => rec === id)
      expect((declared?.receivedAt ?? 1) % 86_400_000).toBe(0)
    }
  })

  test('have a declarant apart, never among the events', () => {
    const named = [...ofType('declarant'), ...ofType('named-declarant')]
    const expected = ofType('adverse-event').filter(({ fields }) => fields.identity !== 'anonymous')
    expect(named).toHaveLength(expected.length)
    for (const { bucket } of named) expect(bucket).not.toMatch(/\/events$/)
  })
})

describe('actions, indicators and visits', () => {
  test('the plan has about 45 actions, some late, each with a pilot', () => {
    const actions = ofType('action').map(({ id, site, fields }) => readAction(id, site, fields))
    expect(actions.length).toBeGreaterThanOrEqual(42)
    expect(actions.length).toBeLessThanOrEqual(56)
    const late = actions.filter((action) => daysLate(action, TODAY) > 0)
    expect(late.length).toBeGreaterThanOrEqual(4)
    expect(late.length).toBeLessThanOrEqual(14)
    for (const { pilot, number, createdOn, dueOn } of actions) {
      expect(pilot).not.toBe('')
      expect(number).toMatch(/^\d{4}-\d{3}$/)
      expect(createdOn && dueOn && createdOn < dueOn).toBe(true)
    }
    expect(new Set(actions.map(({ status }) => status)).size).toBeGreaterThanOrEqual(3)
  })

  test('falls per 1,000 days lead back to the events declared', () => {
    const values = ofType('indicator-value').filter(
      ({ fields }) => fields.indicator === 'chutes-1000',
    )
    expect(values).toHaveLength(44)
    for (const { site, fields } of values) {
      const falls = ofType('adverse-event').filter(
        (event) =>
          event.site === site &&
          event.fields['answers.family'] === 'fall' &&
          String(event.fields.declaredOn).startsWith(String(fields.period)),
      )
      expect(fields.numerator).toBe(falls.length)
    }
  })

  test('a visit is planned today at the first home, then at the three others', () => {
    const planned = ofType('visit')
      .map(({ id, site, fields }) => readVisit(id, site, fields))
      .filter(({ status }) => status === 'planned')
      .toSorted((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1))
    expect(planned[0]?.day).toBe(TODAY)
    expect(planned[0]?.site).toBe(ofType('site').find(({ fields }) => fields.isPorteur)?.id)
    expect(new Set(planned.slice(0, 4).map(({ site }) => site)).size).toBe(4)
  })

  test('the porteur gets figures of all that, and of nothing else', () => {
    const figures = rows.filter(({ bucket }) => bucket.endsWith('/figures'))
    const sources = ['audit', 'epp', 'tracer', 'action', 'adverse-event', 'visit'] as const
    const expected = sources.reduce((sum, type) => sum + ofType(type).length, 0)
    expect(figures.filter(({ id }) => id.endsWith('~figure'))).toHaveLength(expected)
    for (const { site, bucket } of figures) expect(bucket).toBe(bucketId(site, 'figures'))
  })
})

describe('grave events', () => {
  test('are told to authorities with their proof, by a function and never a name', () => {
    const sent = ofType('adverse-event').flatMap(({ fields }) => readSendings(fields))
    expect(new Set(sent.map(({ channel }) => channel))).toEqual(new Set(['l331', 'eigs']))
    for (const { by } of sent) expect(findPersonalData(by)).toEqual([])
  })

  test('are analysed, and some lessons are shared, without a name', () => {
    const analyses = ofType('event-analysis').map(({ id, site, fields }) =>
      readAnalysis(id, site, fields),
    )
    expect(new Set(analyses.map(({ status }) => status))).toContain('shared')
    for (const { event, title, lesson, participants } of analyses) {
      expect(rows.some(({ id }) => id === event)).toBe(true)
      const words = [title, lesson, ...participants.map((each) => each.words)].join(' ')
      expect(findPersonalData(words)).toEqual([])
    }
  })
})
