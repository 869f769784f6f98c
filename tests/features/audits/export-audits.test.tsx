// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { AuditsRoutes } from '#features/audits/routes.tsx'
import { readCsv } from '#interchange/answers/french-csv.ts'
import { openTestWorkspace, type TestRecord } from '#tests/support/workspace.ts'
import { showAt } from '../show-at.tsx'

const saved: Blob[] = []
const audit = (round: number, answer: string): TestRecord => ({
  id: `audit-${round}`,
  type: 'audit',
  fields: {
    form: 'audit-medication',
    formVersion: 1,
    round,
    heldOn: '2026-03-11',
    status: 'closed',
    'answers.A1': answer,
  },
})

beforeEach(() => {
  saved.length = 0
  // jsdom makes no address for a file: what is handed to the person is looked at instead.
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      saved.push(blob)
      return 'blob:file'
    },
    revokeObjectURL: () => undefined,
  })
  HTMLAnchorElement.prototype.click = () => undefined
})
afterEach(cleanup)

async function exportAs(at: string, format: string) {
  localStorage.clear()
  const home: TestRecord = { id: 'home-1', type: 'site', fields: { name: 'Les Acomats' } }
  const { workspace } = await openTestWorkspace({
    records: [home, audit(1, 'no'), audit(2, 'yes')],
  })
  const user = userEvent.setup()
  showAt(workspace, <AuditsRoutes />, at)
  await user.click(await screen.findByRole('button', { name: 'Exporter' }))
  const sheet = await screen.findByRole('dialog', { name: 'Exporter' })
  await user.click(within(sheet).getByRole('radio', { name: new RegExp(`^${format}`) }))
  await user.click(within(sheet).getByRole('button', { name: 'Télécharger le fichier' }))
  await within(sheet).findByText(/est dans les téléchargements de cet appareil\.$/)
  const [file] = saved
  if (!file) throw new Error('no file was given')
  return file
}

it('every audit of one grid leaves in one table, a filling a row', async () => {
  const rows = readCsv(await (await exportAs('/audits', 'CSV')).text())
  expect(
    rows
      .slice(1)
      .map(([place, round]) => `${place} ${round}`)
      .sort(),
  ).toEqual(['Les Acomats 1', 'Les Acomats 2'])
})

it('one audit leaves from its result as a response another system reads', async () => {
  const file = await exportAs('/audits/audit-1/resultat', 'FHIR')
  expect(JSON.parse(await file.text())).toMatchObject({
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    authored: '2026-03-11',
  })
})
