// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import {
  useDraft,
  useRecord,
  useRecords,
  useSyncStatus,
  useToday,
  WorkspaceContext,
} from '#data/stores-context.ts'
import { HOME_1, openTestWorkspace } from '#tests/support/workspace.ts'

function Probe() {
  const audits = useRecords('audit', HOME_1)
  const first = useRecord('a1')
  const today = useToday()
  const { waiting } = useSyncStatus()
  const [draft] = useDraft('note')
  const note = first.kind === 'ready' ? String(first.snapshot.fields.note) : first.kind
  return <p>{[audits.length, note, today, waiting.length, String(draft)].join(' | ')}</p>
}

it('a screen follows the records, the draft, the status and the day of the dispositif', async () => {
  // 2 in the morning in Paris is still the day before in Guadeloupe.
  const { workspace } = await openTestWorkspace({
    now: Date.parse('2026-11-25T01:00:00Z'),
    records: [{ id: 'a1', type: 'audit', fields: { note: 'avant' } }],
  })
  render(
    <WorkspaceContext value={workspace}>
      <Probe />
    </WorkspaceContext>,
  )
  expect(screen.getByText('1 | avant | 2026-11-24 | 0 | undefined')).toBeDefined()
  const [audit] = workspace.replica.list('audit')
  await act(async () => {
    if (audit) await workspace.writer.set(audit.id, { note: 'après' })
    await workspace.drafts.put('note', 'en cours')
  })
  expect(screen.getByText('1 | après | 2026-11-24 | 1 | en cours')).toBeDefined()
})
