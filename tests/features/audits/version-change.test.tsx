// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import type { Question } from '#domain/form/form.ts'
import { versionFields } from '#domain/grid/grid-version.ts'
import { day } from '#domain/shared/day.ts'
import { recordId } from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'
import { AuditsRoutes } from '#features/audits/routes.tsx'
import { buildCriterion, buildForm, buildSection } from '#tests/builders/build-form.ts'
import { DISPOSITIF, openTestWorkspace, type TestRecord } from '#tests/support/workspace.ts'
import { showAt } from '../show-at.tsx'

const HOME: TestRecord = {
  id: 'home-1',
  type: 'site',
  fields: { name: 'Les Acomats', kind: 'ehpad', places: 84 },
}
const kept = buildCriterion('kept', { scale: 'yes-no-na' })
const other = buildCriterion('other', { scale: 'yes-no-na' })

function publication(version: number, questions: readonly Question[]): TestRecord {
  const draft = buildForm([], { id: 'own-grid', sections: [buildSection('A', questions)] })
  return {
    id: `publication-${version}`,
    type: 'grid-version',
    scope: DISPOSITIF,
    fields: versionFields(draft, {
      version,
      publishedOn: day('2026-11-20'),
      author: 'camille',
      note: '',
    }),
  }
}

const FIRST = publication(1, [kept, other])
// « Autre » is rated as the HAS does from the second version on, and one question more is asked.
const SECOND = publication(2, [
  kept,
  buildCriterion('other', { scale: 'has' }),
  buildCriterion('added', { scale: 'yes-no-na' }),
])
const filling = (more: Fields = {}): TestRecord => ({
  id: 'audit-1',
  type: 'audit',
  fields: {
    form: 'own-grid',
    formVersion: 1,
    edition: 'publication-1',
    round: 1,
    heldOn: '2026-11-24',
    status: 'draft',
    'answers.kept': 'yes',
    'answers.other': 'no',
    ...more,
  },
})

afterEach(cleanup)

async function open(records: readonly TestRecord[]) {
  localStorage.clear()
  const { workspace } = await openTestWorkspace({ records: [HOME, ...records] })
  showAt(workspace, <AuditsRoutes />, '/audits/audit-1')
  const fields = () => workspace.replica.get(recordId('audit-1'))?.fields ?? {}
  return { fields, user: userEvent.setup() }
}

it('offers the version published since, says what follows, and gives back what it set aside', async () => {
  const { fields, user } = await open([FIRST, SECOND, filling()])
  await user.click(await screen.findByRole('button', { name: 'Passer à la version 2' }))
  const asked = await screen.findByRole('alertdialog')
  expect(asked.textContent).toContain('1 réponse suit telle quelle.')
  expect(asked.textContent).toContain('1 réponse n’y a pas sa place')
  expect(fields().formVersion).toBe(1)
  await user.click(within(asked).getByRole('button', { name: 'Passer à la version 2' }))
  await waitFor(() => expect(fields()).toMatchObject({ formVersion: 2, 'answers.kept': 'yes' }))
  expect(fields()['answers.other']).toBeNull()
  const notice = await screen.findByText('1 réponse sans place dans cette version')
  expect(notice.closest('[role=note]')?.textContent).toMatch(/Critère other\. Non/)

  await user.click(screen.getByRole('button', { name: 'Revenir à la version 1' }))
  await waitFor(() => expect(fields()).toMatchObject({ formVersion: 1, 'answers.other': 'no' }))
  expect(screen.queryByText('1 réponse sans place dans cette version')).toBeNull()
})

it('a filling compared with a round of the same version keeps it', async () => {
  const before: TestRecord = {
    ...filling({ status: 'closed', closedOn: '2026-05-24', heldOn: '2026-05-24' }),
    id: 'audit-0',
  }
  await open([FIRST, SECOND, before, filling({ round: 2 })])
  await screen.findByLabelText(/^Cotation du critère/)
  expect(screen.queryByText(/est publiée/)).toBeNull()
})

it('the latest version is offered nothing', async () => {
  await open([FIRST, filling()])
  await screen.findByLabelText(/^Cotation du critère/)
  expect(screen.queryByText(/est publiée/)).toBeNull()
})
