// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { versionFields } from '#domain/grid/grid-version.ts'
import { day } from '#domain/shared/day.ts'
import { AuditsRoutes } from '#features/audits/routes.tsx'
import { buildCriterion, buildForm, buildSection } from '#tests/builders/build-form.ts'
import { DISPOSITIF, openTestWorkspace, type TestRecord } from '#tests/support/workspace.ts'
import { showAt } from '../show-at.tsx'

const HOME: TestRecord = {
  id: 'home-1',
  type: 'site',
  fields: { name: 'Les Acomats', kind: 'ehpad', places: 84 },
}
const GRID = buildForm([], {
  id: 'own-grid',
  sections: [buildSection('A', [buildCriterion('C1', { default: 'yes' }), buildCriterion('C2')])],
})

afterEach(cleanup)

it('an audit begins with the defaults of its grid, and the first criterion in hand has none', async () => {
  localStorage.clear()
  const publication: TestRecord = {
    id: 'publication-1',
    type: 'grid-version',
    scope: DISPOSITIF,
    fields: versionFields(GRID, {
      version: 1,
      publishedOn: day('2026-11-20'),
      author: 'camille',
      note: '',
    }),
  }
  const { workspace } = await openTestWorkspace({ records: [HOME, publication] })
  const user = userEvent.setup()
  showAt(workspace, <AuditsRoutes />, '/audits')
  await user.click(await screen.findByRole('radio', { name: /Grille/ }))
  await user.click(screen.getByRole('button', { name: 'Commencer l’audit' }))
  await screen.findByRole('heading', { name: 'Critère C2.' })
  const [audit] = workspace.replica.list('audit')
  await waitFor(() => expect(audit?.fields['answers.C1']).toBe('yes'))
  expect(audit?.fields['answers.C2']).toBeUndefined()
})
