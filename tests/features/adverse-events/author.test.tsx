// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WorkspaceContext } from '#data/stores-context.ts'
import type { Role } from '#domain/rights/rights.ts'
import type { Fields } from '#domain/shared/json.ts'
import { en as authorEn } from '#features/adverse-events/author/en.ts'
import { fr as authorFr } from '#features/adverse-events/author/fr.ts'
import { en as returnEn } from '#features/adverse-events/return/en.ts'
import { fr as returnFr } from '#features/adverse-events/return/fr.ts'
import { AdverseEventsRoutes } from '#features/adverse-events/routes.tsx'
import { HOME_1, openTestWorkspace, type TestRecord } from '#tests/support/workspace.ts'
import { startI18n } from '#ui/i18n.ts'

const NOW = Date.parse('2026-11-24T14:00:00Z')
const SITE: TestRecord = {
  id: HOME_1,
  type: 'site',
  fields: { name: 'Les Acomats', kind: 'ehpad', 'units.u1.name': 'Alamanda' },
}

const buildEvent = (id: string, fields: Fields = {}): TestRecord => ({
  id,
  type: 'adverse-event',
  scope: HOME_1,
  fields: {
    reference: `2026-${id}`,
    unit: 'u1',
    occurredOn: '2026-11-10',
    declaredOn: '2026-11-10',
    identity: 'anonymous',
    form: 'declare-event',
    formVersion: 1,
    'answers.family': 'fall',
    'answers.gravity': 'serious',
    status: 'triaged',
    ...fields,
  },
})

async function open(role: Role, records: TestRecord[], path: string) {
  const world = await openTestWorkspace({ role, records: [SITE, ...records], now: NOW })
  render(
    <WorkspaceContext value={world.workspace}>
      <MemoryRouter initialEntries={[path]}>
        <AdverseEventsRoutes />
      </MemoryRouter>
    </WorkspaceContext>,
  )
  return { ...world, user: userEvent.setup() }
}

beforeEach(async () => {
  await startI18n('fr')
  Element.prototype.scrollIntoView = vi.fn()
})
afterEach(cleanup)

test('the référent asks a nameless author a question, and reads what comes back', async () => {
  const { user } = await open(
    'quality-lead',
    [
      buildEvent('e1'),
      {
        id: 'e1~said-1',
        type: 'event-said',
        scope: HOME_1,
        fields: { event: 'e1', words: 'Il faisait nuit.', on: '2026-11-11' },
      },
    ],
    '/evenements/e1',
  )
  const part = await screen.findByRole('region', { name: 'Échanges avec l’auteur' })
  expect(within(part).getByText(/Il faisait nuit/)).toBeDefined()
  await user.type(within(part).getByRole('textbox'), 'La sonnette de Mme Bernard ?')
  expect(await within(part).findByText(/ressemble à une donnée personnelle/)).toBeDefined()
  await user.clear(within(part).getByRole('textbox'))
  await user.type(within(part).getByRole('textbox'), 'La sonnette marchait-elle ?')
  await user.click(within(part).getByRole('button', { name: 'Poser la question' }))
  expect(await within(part).findByText('En attente de réponse')).toBeDefined()
  expect(within(part).getByRole('textbox')).toHaveProperty('value', '')
})

test('who only reads asks nothing', async () => {
  await open('director', [buildEvent('e1')], '/evenements/e1')
  const part = await screen.findByRole('region', { name: 'Échanges avec l’auteur' })
  expect(within(part).queryByRole('textbox')).toBeNull()
})

test('a page by unit says what changed, without counting four', async () => {
  const events = ['a', 'b', 'c', 'd'].map((id) => buildEvent(id, { changed: 'Sol refait.' }))
  await open('quality-lead', events, '/evenements/retour')
  const unit = await screen.findByRole('region', { name: 'Alamanda' })
  expect(within(unit).getByText('Sol refait.')).toBeDefined()
  expect(unit.textContent).toMatch(/le nombre n’est pas affiché/)
  expect(unit.textContent).not.toMatch(/Chute|\b4\b/)
})

test('the charter says what is promised and what is not accepted, and prints', async () => {
  const printed = vi.spyOn(window, 'print').mockImplementation(() => undefined)
  const { user } = await open('director', [], '/evenements/charte')
  expect(await screen.findByRole('region', { name: 'Ce qui n’est pas accepté' })).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Imprimer la charte' }))
  await waitFor(() => expect(printed).toHaveBeenCalledOnce())
})

test.each([
  ['author', authorFr, authorEn],
  ['return', returnFr, returnEn],
] as const)('%s says the same things in both languages', (_, fr, en) => {
  const values = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort()
  const english: Readonly<Record<string, string>> = en
  for (const [key, text] of Object.entries(fr)) {
    expect([key, values(english[key] ?? '')]).toEqual([key, values(text)])
  }
})
