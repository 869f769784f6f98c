// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { SettingsRoutes } from '#features/settings/routes.tsx'
import { showAt } from '#tests/features/show-at.tsx'
import { openTestWorkspace } from '#tests/support/workspace.ts'
import { readAutoAdvance } from '#ui/form/use-auto-advance.ts'

vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }))
afterEach(cleanup)

async function open(storage: Partial<StorageManager> | undefined) {
  Object.defineProperty(navigator, 'storage', { value: storage, configurable: true })
  const { workspace } = await openTestWorkspace()
  showAt(workspace, <SettingsRoutes />, '/reglages')
}

const estimate = async () => ({ usage: 3_400_000, quota: 2_000_000_000 })

test('theme, hand and the pace of an audit act at once on this device', async () => {
  await open(undefined)
  await userEvent.click(screen.getByRole('radio', { name: /Plein jour/ }))
  expect(document.documentElement.dataset.theme).toBe('jour')
  await userEvent.click(screen.getByRole('radio', { name: 'Main gauche' }))
  expect(document.documentElement.dataset.hand).toBe('left')
  await userEvent.click(screen.getByRole('checkbox', { name: /Passer seul au critère suivant/ }))
  expect(readAutoAdvance()).toBe(false)
})

test('the language changes the page it is chosen on', async () => {
  await open(undefined)
  await userEvent.click(screen.getByRole('radio', { name: 'English' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeTruthy()
  await userEvent.click(screen.getByRole('radio', { name: 'Français' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Réglages' })).toBeTruthy()
})

test('the browser’s own answer about storage is shown, a refusal too', async () => {
  await open({ persisted: async () => false, persist: async () => false, estimate })
  await userEvent.click(await screen.findByRole('button', { name: 'Demander de tout garder' }))
  expect(await screen.findByText(/Le navigateur a répondu non/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Demander à nouveau' })).toBeTruthy()
  expect(screen.getByText(/Place utilisée : 3,4.Mo/)).toBeTruthy()
})

test('a promise given is said as the browser gave it', async () => {
  await open({ persisted: async () => true, persist: async () => true, estimate })
  expect(await screen.findByText(/a promis de garder les données/)).toBeTruthy()
})

test('a browser that says nothing is not taken for a yes', async () => {
  await open(undefined)
  expect(await screen.findByText(/ne dit pas s’il garde les données/)).toBeTruthy()
})
