// @vitest-environment node
import { afterEach, beforeEach, expect, test } from 'vitest'
import { figureId } from '#domain/figures/figure.ts'
import { versionFields } from '#domain/grid/grid-version.ts'
import { day } from '#domain/shared/day.ts'
import { type RecordId, recordId, siteId } from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import { buildCriterion, buildForm } from '#tests/builders/build-form.ts'
import {
  createTestServer,
  PEOPLE,
  type TestDevice,
  type TestServer,
  type WriteSpec,
} from '#tests/support/test-server.ts'

let server: TestServer
let officer: TestDevice

beforeEach(async () => {
  server = await createTestServer()
  officer = await server.enrol(PEOPLE.officer)
})

afterEach(async () => {
  expect(server.faults).toEqual([])
  await server.close()
})

const fields = (ids: readonly string[]) =>
  versionFields(buildForm(ids.map((id) => buildCriterion(id))), {
    version: 1,
    publishedOn: day('2026-03-11'),
    author: 'p1',
    note: '',
  })

/** What the server made of one operation on the grids of the dispositif. */
async function outcomeOf(device: TestDevice, spec: WriteSpec) {
  const site = siteId(device.enrolled.dispositif.id)
  const op = await device.write({ type: 'grid-version', site, ...spec })
  const { body } = await device.sync({ ops: [op], cursors: {} })
  return { op, outcome: body.push?.outcomes[0], pages: body.pages }
}

test('a grid published by the officer reaches the homes, and no declarant', async () => {
  const { op, outcome } = await outcomeOf(officer, { fields: fields(['a', 'b']) })
  expect(outcome).toMatchObject({ outcome: 'applied' })
  for (const role of ['quality-lead', 'director', 'porteur'] as const) {
    const pages = (await (await server.enrol(PEOPLE[role])).sync({ cursors: {} })).body.pages
    const seen = pages.flatMap(({ rows }) => rows).find(({ id }) => id === op.rec)
    expect(seen?.f.form?.v, role).toEqual(fields(['a', 'b']).form)
  }
  const declarant = await server.enrol(PEOPLE.declarant)
  expect(JSON.stringify((await declarant.sync({ cursors: {} })).body)).not.toContain(op.rec)
})

test('a publication is never changed nor deleted, even by its author', async () => {
  const { op } = await outcomeOf(officer, { fields: fields(['a']) })
  const later = { rec: op.rec, base: op.id }
  const changed = await outcomeOf(officer, { ...later, kind: 'set', fields: fields(['z']) })
  expect(changed.outcome).toMatchObject({ outcome: 'quarantined', reason: 'forbidden' })
  const madeAgain = await outcomeOf(officer, { ...later, kind: 'create', fields: fields(['z']) })
  expect(madeAgain.outcome).toMatchObject({ outcome: 'quarantined', reason: 'forbidden' })
  const neverMade = await outcomeOf(officer, { kind: 'set', fields: fields(['a']) })
  expect(neverMade.outcome).toMatchObject({ outcome: 'quarantined', reason: 'forbidden' })
  const deleted = await outcomeOf(officer, { ...later, kind: 'delete', fields: {} })
  expect(deleted.outcome).toMatchObject({ outcome: 'quarantined', reason: 'forbidden' })
})

test('a grid with a fault is set aside, and so is one who has no right to publish', async () => {
  const faulty = await outcomeOf(officer, { fields: fields(['a', 'a']) })
  expect(faulty.outcome).toMatchObject({ outcome: 'quarantined', reason: 'malformed' })
  const huge = fields(Array.from({ length: 2_001 }, (_, at) => `q${at}`))
  expect((await outcomeOf(officer, { fields: huge })).outcome).toMatchObject({
    outcome: 'quarantined',
    reason: 'malformed',
  })
  const lead = await server.enrol(PEOPLE['quality-lead'])
  expect((await outcomeOf(lead, { fields: fields(['a']) })).outcome).toMatchObject({
    outcome: 'quarantined',
    reason: 'forbidden',
  })
})

test('the figure of an audit made with a published grid reaches the porteur, from the log alone', async () => {
  const { op } = await outcomeOf(officer, { fields: fields(['a', 'b']) })
  const audit = await officer.write({
    fields: {
      ...{
        form: 'audit-test',
        formVersion: 1,
        edition: op.rec,
        status: 'closed',
        heldOn: '2026-03-12',
      },
      ...{ 'answers.a': 'yes', 'answers.b': 'no' },
    },
  })
  await officer.sync({ ops: [audit] })
  expect(await figureOf(audit.rec)).toMatchObject({
    ...{ form: 'audit-test', formVersion: 1, won: 1, outOf: 2, answered: 2, expected: 2 },
  })
  expect(await server.store.read(differencesWithLog)).toEqual([])
})

test('an audit that names no publication keeps its place in the counts, without a score', async () => {
  const action = await officer.write({ type: 'action', fields: { title: 'Ranger' } })
  const lost = await officer.write({
    fields: { form: 'audit-medication', formVersion: 1, edition: 'elsewhere', 'answers.A1': 'yes' },
  })
  const astray = await officer.write({
    fields: { form: 'audit-medication', formVersion: 1, edition: action.rec, 'answers.A1': 'yes' },
  })
  await officer.sync({ ops: [action, lost, astray] })
  for (const { rec } of [lost, astray]) {
    expect(await figureOf(rec)).toMatchObject({ kind: 'audit', form: null })
    expect(await figureOf(rec)).not.toHaveProperty('won')
  }
  expect(await server.store.read(differencesWithLog)).toEqual([])
})

test('an audit that came before its publication is scored at its next answer', async () => {
  const publication = recordId('late-publication')
  const audit = await officer.write({ fields: { edition: publication, 'answers.a': 'yes' } })
  await officer.sync({ ops: [audit] })
  expect(await figureOf(audit.rec)).toMatchObject({ form: null })
  await outcomeOf(officer, { rec: publication, fields: fields(['a', 'b']) })
  const later = await officer.write({
    ...{ rec: audit.rec, kind: 'set', base: audit.id, fields: { 'answers.b': 'no' } },
  })
  await officer.sync({ ops: [later] })
  expect(await figureOf(audit.rec)).toMatchObject({ won: 1, outOf: 2 })
  expect(await server.store.read(differencesWithLog)).toEqual([])
})

test('a grid and the first answer to it in one push: the figure is made with that grid', async () => {
  const site = siteId(officer.enrolled.dispositif.id)
  const published = await officer.write({ type: 'grid-version', site, fields: fields(['a', 'b']) })
  const audit = await officer.write({ fields: { edition: published.rec, 'answers.a': 'yes' } })
  await officer.sync({ ops: [published, audit] })
  expect(await figureOf(audit.rec)).toMatchObject({ form: 'audit-test', won: 1, outOf: 1 })
  expect(await server.store.read(differencesWithLog)).toEqual([])
})

/** The figure of a filling, as the porteur receives it. */
async function figureOf(rec: RecordId): Promise<Fields> {
  const porteur = await server.enrol(PEOPLE.porteur)
  const { pages } = (await porteur.sync({ cursors: {} })).body
  const row = pages.flatMap(({ rows }) => rows).find(({ id }) => id === figureId(rec))
  return Object.fromEntries(Object.entries(row?.f ?? {}).map(([name, { v }]) => [name, v]))
}
