// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Role } from '#domain/rights/rights.ts'
import type { Fields } from '#domain/shared/json.ts'
import { AdverseEventsRoutes } from '#features/adverse-events/routes.tsx'
import { HOME_1, openTestWorkspace, type TestRecord } from '#tests/support/workspace.ts'
import { startI18n } from '#ui/i18n.ts'
import { showAt } from '../show-at.tsx'

const NOW = Date.parse('2026-11-24T14:00:00Z')

const RECORDS: TestRecord[] = [
  { id: HOME_1, type: 'site', fields: { name: 'Ravine-Claire', kind: 'ime', places: 48 } },
  {
    id: 'e1',
    type: 'adverse-event',
    fields: {
      reference: 'EI-2026-BCDFG',
      occurredOn: '2026-11-20',
      declaredOn: '2026-11-20',
      identity: 'anonymous',
      'answers.family': 'medication',
      'answers.gravity': 'serious',
      gravity: 4,
      status: 'triaged',
    },
  },
]

async function open(role: Role, at: string, analysis?: Fields) {
  const records: TestRecord[] = analysis
    ? [...RECORDS, { id: 'a1', type: 'event-analysis', fields: { event: 'e1', ...analysis } }]
    : RECORDS
  const test = await openTestWorkspace({ role, records, now: NOW })
  showAt(test.workspace, <AdverseEventsRoutes />, at)
  const fields = () => test.workspace.replica.list('event-analysis')[0]?.fields ?? {}
  return { ...test, user: userEvent.setup(), fields }
}

beforeEach(() => startI18n('fr'))
afterEach(cleanup)

const part = (name: RegExp) => within(screen.getByRole('region', { name }))

test('a grave event says it deserves an analysis; preparing it proposes the instance of a small home', async () => {
  const { user, workspace, fields } = await open('quality-lead', '/evenements/e1')
  expect(part(/^Analyse$/).getByText(/Gravité 3 ou plus/)).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Préparer l’analyse' }))
  expect(await screen.findByRole('heading', { level: 1, name: /Analyse/ })).toBeDefined()
  expect(fields()).toMatchObject({ event: 'e1', instance: 'rex', status: 'open' })
  await waitFor(() =>
    expect(workspace.replica.list('adverse-event')[0]?.fields.status).toBe('analysis'),
  )
})

test('a cause is added to its ALARM group, drawn on the fishbone, and a name is pointed out', async () => {
  const { user, fields } = await open('quality-lead', '/evenements/e1/analyse', { status: 'open' })
  const causes = part(/ALARM/)
  await user.selectOptions(causes.getByLabelText('Groupe'), 'L’équipe')
  await user.type(causes.getByLabelText('Cause ou facteur'), 'Relève sans M. Rosier')
  expect(causes.getByText(/M. Rosier.» ressemble/)).toBeDefined()
  await user.click(causes.getByRole('button', { name: /Ajouter/ }))
  await waitFor(() =>
    expect(Object.values(fields())).toContainEqual(
      expect.objectContaining({ words: 'Relève sans M. Rosier', group: 'team' }),
    ),
  )
  expect((await causes.findByRole('figure')).textContent).toContain('Arêtes d’Ishikawa')
  await user.click(await causes.findByRole('button', { name: /Retirer/ }))
  await waitFor(() => expect(causes.queryByRole('figure')).toBeNull())
})

test('a decision becomes a line of the PACQ that leads back to the event', async () => {
  const { user, workspace, fields } = await open('quality-lead', '/evenements/e1/analyse', {
    status: 'open',
    'decisions.d1': { words: 'Ranger les piluliers', action: '', evaluateOn: '2027-02-20' },
  })
  await user.click(screen.getByRole('button', { name: 'Inscrire au PACQ' }))
  await screen.findByRole('link', { name: 'Action au PACQ' })
  const [action] = workspace.replica.list('action')
  expect(action?.fields).toMatchObject({
    title: 'Ranger les piluliers',
    source: 'adverse-event',
    sourceRecord: 'e1',
  })
  expect(fields()['decisions.d1']).toMatchObject({ action: action?.id, evaluateOn: '2027-02-20' })
})

test('the meeting is closed, then its lesson is shared', async () => {
  const { user, fields } = await open('quality-lead', '/evenements/e1/analyse', {
    status: 'open',
    lesson: 'Dire le nom.',
  })
  await user.click(screen.getByRole('button', { name: 'Clore la séance' }))
  await user.click(await screen.findByRole('button', { name: 'Partager la leçon' }))
  await waitFor(() => expect(fields()).toMatchObject({ status: 'shared', heldOn: '2026-11-24' }))
})

test('the officer reads the analysis and changes nothing; the list says what is learnt', async () => {
  const shared = { status: 'shared', title: 'Une photo ne suffit pas', lesson: 'Dire le nom.' }
  await open('officer', '/evenements/e1/analyse', shared)
  expect(screen.getByText(/Dire le nom/)).toBeDefined()
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([
    'Compte rendu PDF',
    'Fiche leçon PDF',
  ])
  cleanup()
  await open('officer', '/evenements/analyses', shared)
  expect(screen.getByRole('link', { name: 'Une photo ne suffit pas' })).toBeDefined()
})
