// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { readFilling } from '#domain/filling/filling.ts'
import { AuditsRoutes } from '#features/audits/routes.tsx'
import { openTestWorkspace, type TestRecord } from '#tests/support/workspace.ts'
import { showAt } from '../show-at.tsx'

const HOME: TestRecord = { id: 'home-1', type: 'site', fields: { name: 'Les Acomats' } }

afterEach(cleanup)

async function openAudits() {
  localStorage.clear()
  const { workspace } = await openTestWorkspace({ records: [HOME] })
  const user = userEvent.setup()
  showAt(workspace, <AuditsRoutes />, '/audits')
  const audit = () => {
    const [record] = workspace.replica.list('audit')
    return record && readFilling(record.id, record.scope, record.fields)
  }
  return { user, audit }
}

it('a grid filled in on paper is begun under its own day and the function of who held the pen', async () => {
  const { user, audit } = await openAudits()
  await user.click(await screen.findByLabelText('Saisir une grille remplie sur papier'))
  const begin = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Commencer/ })
  expect(begin().disabled).toBe(true)
  fireEvent.change(screen.getByLabelText(/^Date écrite sur le papier/), {
    target: { value: '2026-03-02' },
  })
  await user.type(screen.getByLabelText('Remplie par'), 'IDE coordinatrice')
  await user.click(begin())
  await screen.findByText('Saisi d’après le papier du 2 mars 2026, rempli par : IDE coordinatrice.')
  expect(audit()).toMatchObject({
    heldOn: '2026-03-02',
    paper: { on: '2026-03-02', by: 'IDE coordinatrice' },
    author: 'camille',
  })
})

it('figures and N answer one criterion after the other, until one turns them off', async () => {
  const { user, audit } = await openAudits()
  await user.click(await screen.findByLabelText('Saisir une grille remplie sur papier'))
  fireEvent.change(screen.getByLabelText(/^Date écrite sur le papier/), {
    target: { value: '2026-03-02' },
  })
  await user.click(screen.getByRole('button', { name: /^Commencer/ }))
  const keys = await screen.findByLabelText(/^Répondre au clavier/)
  const count = (answers: number) => waitFor(() => expect(audit()?.answers.size).toBe(answers))
  for (const [at, key] of ['1', '3', 'n'].entries()) {
    await user.keyboard(key)
    await count(at + 1)
  }
  expect([...(audit()?.answers ?? [])].map(([, code]) => code)).toEqual(['yes', 'no', 'na'])
  await user.click(keys)
  await user.keyboard('3')
  await user.click(keys)
  await user.keyboard('1')
  await count(4)
  expect([...(audit()?.answers ?? [])].at(-1)?.[1]).toBe('yes')
})
