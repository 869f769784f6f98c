// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { doubleRatings } from '#domain/filling/second-auditor.ts'
import { auditMedication } from '#domain/form/library/audit-medication.ts'
import { recordId } from '#domain/shared/ids.ts'
import { agreementOf } from '#domain/statistics/kappa.ts'
import { AuditsRoutes } from '#features/audits/routes.tsx'
import { openTestWorkspace, type TestRecord } from '#tests/support/workspace.ts'
import { showAt } from '../show-at.tsx'

const HOME: TestRecord = {
  id: 'home-1',
  type: 'site',
  fields: { name: 'Les Acomats', kind: 'ehpad', places: 84 },
}
const CRITERIA = auditMedication.sections.flatMap(({ questions }) => questions.map(({ id }) => id))
const RATED = CRITERIA.slice(0, 12)

function audit(more: Record<string, string> = {}): TestRecord {
  const given = RATED.map((id, at) => [`answers.${id}`, at < 8 ? 'yes' : 'no'])
  return {
    id: 'audit-1',
    type: 'audit',
    fields: {
      form: 'audit-medication',
      formVersion: 1,
      round: 1,
      heldOn: '2026-11-24',
      status: 'draft',
      author: 'dominique',
      ...Object.fromEntries(given),
      ...more,
    },
  }
}

afterEach(cleanup)

async function open(record: TestRecord) {
  localStorage.clear()
  const { workspace } = await openTestWorkspace({ records: [HOME, record] })
  showAt(workspace, <AuditsRoutes />, '/audits/audit-1/double-cotation')
  const fields = () => workspace.replica.get(recordId('audit-1'))?.fields ?? {}
  return { fields, user: userEvent.setup() }
}

it('the second auditor rates blind, one tap a criterion, then reads how far both agree', async () => {
  const { fields, user } = await open(audit())
  for (const [at, id] of RATED.entries()) {
    const bar = await screen.findByRole('radiogroup', { name: new RegExp(`critère ${id},`) })
    // Nothing of the first reading is shown.
    expect(within(bar).queryAllByRole('radio', { checked: true })).toEqual([])
    expect(screen.queryByText(/accords sur/)).toBeNull()
    await user.click(within(bar).getByRole('radio', { name: at < 7 ? 'Oui' : 'Non' }))
    await waitFor(() => expect(fields()[`second.answers.${id}`]).toBe(at < 7 ? 'yes' : 'no'))
  }
  await screen.findByText('11 accords sur 12 critères cotés deux fois.')
  // 8 yes and 4 no against 7 and 5: (11/12 - 0.5278) / (1 - 0.5278) = 0.8235.
  expect(screen.getByText(/Kappa de Cohen/).textContent).toContain('0,82')
  expect(fields()['answers.A1']).toBe('yes')
  expect(fields()['second.author']).toBe('camille')
})

it('a disagreement is settled in one tap, and what each said stays', async () => {
  const second = Object.fromEntries(
    RATED.map((id, at) => [`second.answers.${id}`, at < 7 ? 'yes' : 'no']),
  )
  const { fields, user } = await open(audit(second))
  const disputed = RATED[7] ?? ''
  await screen.findByText('Premier auditeur : Oui. Second auditeur : Non.')
  await user.click(screen.getByRole('button', { name: /Retenir .*Non/ }))
  await screen.findByText('Retenu ensemble : Non')
  await waitFor(() => expect(fields()[`answers.${disputed}`]).toBe('no'))
  expect(fields()[`first.answers.${disputed}`]).toBe('yes')
  // The agreement is that of the readings, not of what was settled.
  expect(agreementOf(doubleRatings(auditMedication, fields())).agreed).toBe(11)
})

it('with fewer than ten criteria gives counts and no kappa', async () => {
  const few = Object.fromEntries(RATED.slice(3).map((id) => [`answers.${id}`, '']))
  const record = audit()
  const fields = Object.fromEntries(
    Object.entries({ ...record.fields, ...few }).filter(([, value]) => value !== ''),
  )
  const second = Object.fromEntries(RATED.slice(0, 3).map((id) => [`second.answers.${id}`, 'yes']))
  await open({ ...record, fields: { ...fields, ...second } })
  await screen.findByText('3 accords sur 3 critères cotés deux fois.')
  expect(screen.getByText(/^Effectif trop petit/)).toBeTruthy()
  expect(screen.queryByText(/Kappa de Cohen/)).toBeNull()
})
