import { expect, it, vi } from 'vitest'
import { openTestWorkspace } from '#tests/support/workspace.ts'

it('a draft is read at once and found again at the next opening', async () => {
  const { workspace, openAgain } = await openTestWorkspace()
  const heard = vi.fn()
  workspace.drafts.subscribe(heard)
  const saving = workspace.drafts.put('audit:a1', { at: 'C3', text: 'porte' })
  expect(workspace.drafts.get('audit:a1')).toEqual({ at: 'C3', text: 'porte' })
  expect(heard).toHaveBeenCalledTimes(1)
  await saving
  await workspace.drafts.put('audit:a2', 'x')
  await workspace.drafts.put('event:e1', 'y')
  workspace.close()
  const again = await openAgain()
  expect(again.drafts.get('audit:a1')).toEqual({ at: 'C3', text: 'porte' })
  expect(again.drafts.keys('audit:')).toEqual(['audit:a1', 'audit:a2'])
  await again.drafts.drop('audit:a1')
  again.close()
  expect((await openAgain()).drafts.keys('')).toEqual(['audit:a2', 'event:e1'])
})

it('of words typed fast, the last ones stay', async () => {
  const { workspace, openAgain } = await openTestWorkspace()
  await Promise.all(['p', 'po', 'por', 'port'].map((text) => workspace.drafts.put('k', text)))
  workspace.close()
  expect((await openAgain()).drafts.get('k')).toBe('port')
})

it('a draft kept in a tab shows in the other', async () => {
  const { workspace, openAgain } = await openTestWorkspace()
  const other = await openAgain()
  await workspace.drafts.put('k', 'ici')
  await expect.poll(() => other.drafts.get('k')).toBe('ici')
  await workspace.drafts.drop('k')
  await expect.poll(() => other.drafts.get('k')).toBeUndefined()
})

it('a draft is never sent', async () => {
  const { workspace, server } = await openTestWorkspace()
  await workspace.drafts.put('k', 'pas encore')
  await workspace.sync.now()
  expect(JSON.stringify(server.requests)).not.toContain('pas encore')
  expect(workspace.sync.status().allSent).toBe(true)
})
