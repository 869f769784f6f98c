// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { auditMedication } from '#domain/form/library/audit-medication.ts'
import { selfImperatives } from '#domain/form/library/self-imperatives.ts'
import { AuditsRoutes } from '#features/audits/routes.tsx'
import { openTestWorkspace, type TestRecord } from '#tests/support/workspace.ts'
import { showAt } from '../show-at.tsx'

const HOME: TestRecord = {
  id: 'home-1',
  type: 'site',
  fields: { name: 'Les Acomats', kind: 'ehpad', places: 84 },
}
const ids = (form: typeof auditMedication) =>
  form.sections.flatMap(({ questions }) => questions.map(({ id }) => id))

/** A closed audit that answers `usual` everywhere but where said. */
function closed(
  id: string,
  form: typeof auditMedication,
  usual: string,
  said: Record<string, string> = {},
  round = 1,
): TestRecord {
  return {
    id,
    type: 'audit',
    fields: {
      form: form.id,
      formVersion: form.version,
      round,
      status: 'closed',
      heldOn: '2026-11-24',
      closedOn: `2026-1${round}-24`,
      author: 'camille',
      ...Object.fromEntries(ids(form).map((each) => [`answers.${each}`, said[each] ?? usual])),
    },
  }
}

afterEach(cleanup)

async function showResult(records: readonly TestRecord[], id: string) {
  const { workspace } = await openTestWorkspace({ records: [HOME, ...records] })
  showAt(workspace, <AuditsRoutes />, `/audits/${id}/resultat`)
}

describe('the result of a self-evaluation by elements', () => {
  it('says which impératifs are not met, two decimals cut, and that it is no official evaluation', async () => {
    await showResult([closed('self', selfImperatives, '4', { '3-6-2-2': '3' })], 'self')
    expect(screen.getByText('1 critère impératif n’est pas atteint')).toBeTruthy()
    expect(screen.getByText(/À traiter d’abord.*3\.6\.2/)).toBeTruthy()
    expect(screen.getByText(/n’est pas une évaluation de la HAS/)).toBeTruthy()
    const row = screen.getByRole('rowheader', { name: '3.6.2' }).closest('tr')
    // (4 + 3 + 4) / 3 is 3.666…: cut, never rounded to 3.67.
    expect(row && within(row).getByText('3,66')).toBeTruthy()
    expect(screen.queryByText(/Taux de conformité/i)).toBeNull()
  })
})

describe('the result of a grid rated in points', () => {
  it('is set beside its earlier rounds as means with their count, on no axis of rates', async () => {
    await showResult(
      [
        closed('first', selfImperatives, '4', { '3-6-2-2': '3' }, 1),
        closed('second', selfImperatives, '4', {}, 2),
      ],
      'second',
    )
    const trend = screen.getByRole('region', { name: /D’un tour à l’autre/ })
    // (26 × 4 + 3) / 27 is 3.962…: cut.
    expect(within(trend).getByText('moyenne 3,96, n = 27')).toBeTruthy()
    expect(within(trend).getByText('moyenne 4,00, n = 27')).toBeTruthy()
    expect(within(trend).queryByText(/%/)).toBeNull()
  })
})

describe('the result of an audit', () => {
  it('is set beside the rounds of the same version, and says what comes back most', async () => {
    await showResult(
      [
        closed('first', auditMedication, 'yes', { A1: 'no', B1: 'no' }, 1),
        closed('second', auditMedication, 'yes', { A1: 'no' }, 2),
      ],
      'second',
    )
    const trend = screen.getByRole('region', { name: /D’un tour à l’autre/ })
    expect(within(trend).getAllByText(/1er tour/).length).toBeGreaterThan(0)
    expect(within(trend).getAllByText(/2e tour/).length).toBeGreaterThan(0)
    const most = screen.getByRole('region', { name: 'Ce qui revient le plus' })
    const [first] = within(most).getAllByText(/cumul/)
    expect(first?.textContent).toMatch(/^2, cumul 67\s%$/)
  })

  it('is given to the team the same day: strong points, weak points, and nobody named', async () => {
    await showResult([closed('first', auditMedication, 'yes', { A1: 'no' })], 'first')
    const page = screen.getByRole('region', { name: /La page de l’équipe/ })
    expect(within(page).getByRole('heading', { name: 'Ce qui va bien' })).toBeTruthy()
    const weak = within(page).getByRole('heading', { name: 'À reprendre' }).parentElement
    expect(weak && within(weak).getAllByRole('listitem')).toHaveLength(1)
    expect(page.textContent).not.toContain('Camille')
    expect(within(page).getByRole('button', { name: /Page à afficher/ })).toBeTruthy()
  })
})
