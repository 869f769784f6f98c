// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { readFilling } from '#domain/filling/filling.ts'
import { EppRoutes } from '#features/epp/routes.tsx'
import { openTestWorkspace, type TestRecord } from '#tests/support/workspace.ts'
import { showAt } from '../show-at.tsx'

const HOME: TestRecord = {
  id: 'home-1',
  type: 'site',
  fields: { name: 'Morne-Doré', kind: 'ehpad' },
}

afterEach(cleanup)

it('files read on paper are typed in by keys, file after file, and end on the day of the paper', async () => {
  localStorage.clear()
  const { workspace } = await openTestWorkspace({ records: [HOME] })
  const user = userEvent.setup()
  showAt(workspace, <EppRoutes />, '/epp')
  const round = () => {
    const [record] = workspace.replica.list('epp')
    return record && readFilling(record.id, record.scope, record.fields)
  }
  await user.click(await screen.findByLabelText('Saisir une grille remplie sur papier'))
  fireEvent.change(screen.getByLabelText(/^Date écrite sur le papier/), {
    target: { value: '2026-03-02' },
  })
  await user.click(screen.getByRole('button', { name: /^Commencer/ }))
  await screen.findByText('Saisi d’après le papier du 2 mars 2026.')
  for (const [at, key] of ['1', '2'].entries()) {
    await user.keyboard(key)
    await waitFor(() => expect(round()?.answers.size).toBe(at + 1))
  }
  expect([...(round()?.answers ?? [])].map(([, code]) => code)).toEqual(['yes', 'no'])

  await user.click(screen.getByRole('button', { name: 'Terminer le tour' }))
  const dialog = await screen.findByRole('alertdialog')
  await user.click(within(dialog).getByRole('button', { name: 'Terminer le tour' }))
  await waitFor(() => expect(round()).toMatchObject({ status: 'closed', closedOn: '2026-03-02' }))
  await screen.findByText('Saisi d’après le papier du 2 mars 2026.')
})
