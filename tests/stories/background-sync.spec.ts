import { type BrowserContext, type CDPSession, expect, type Page, test } from '@playwright/test'
import {
  createWorld,
  type Device,
  enrol,
  openDevice,
  type StoryWorld,
  waitForOffline,
} from '../support/story-world.ts'

/*
 * What was written without network leaves when the network is back, though the app was closed. The
 * browser's own event is what wakes the worker: here it is given by hand, the rest is real.
 */
test.describe.configure({ mode: 'serial' })
test.use({ trace: 'off' })

let world: StoryWorld
let officer: Device
let lead: Device

test.beforeAll(async ({ browser }) => {
  world = await createWorld()
  officer = await openDevice(browser, 'tablet')
  lead = await openDevice(browser, 'tablet')
})

test.afterAll(async () => {
  for (const device of [officer, lead]) await device?.context.close()
  await world?.close()
})

test('an action written with the server stopped and the app then closed reaches the others', async () => {
  await enrol(officer.page, world.linkOf(/Chargé de mission/))
  await waitForOffline(officer.page)
  const { page } = officer
  // Before the network goes, the worker that runs rounds by itself is there.
  await page.waitForFunction(async () => {
    const worker = await navigator.serviceWorker.getRegistration('/arriere-plan/')
    return worker?.active !== null && worker?.active !== undefined
  })
  await world.stopServer()
  const action = await addAction(page, 'Relire les protocoles de nuit')
  await page.close()

  await world.startServer()
  const wake = await backgroundSyncOf(officer.context)
  await wake()
  await enrol(lead.page, world.linkOf(/Référent qualité, Joël/))
  await lead.page.goto(`${world.url}${action}`)
  await expect(
    lead.page.getByRole('heading', { name: /Relire les protocoles de nuit/ }),
  ).toBeVisible({ timeout: 60_000 })
  expect(officer.faults).toEqual([])
})

test('with both screens open, what one writes comes to the other, which asks for nothing', async () => {
  const page = await officer.context.newPage()
  const lines: string[] = []
  const rounds: string[] = []
  lead.page.on('request', (request) => {
    const path = new URL(request.url()).pathname
    if (path === '/v1/listen') lines.push(path)
    if (path === '/v1/sync') rounds.push(path)
  })
  await lead.page.goto(`${world.url}/actions`)
  await expect.poll(() => lines.length).toBeGreaterThan(0)
  const before = rounds.length
  await addAction(page, 'Vérifier les chariots')
  await expect(lead.page.getByText('Vérifier les chariots').first()).toBeVisible({
    timeout: 30_000,
  })
  expect(rounds.length - before, 'rounds of the other in between').toBe(0)
})

/** Adds an action to a home, and gives its address. */
async function addAction(page: Page, title: string): Promise<string> {
  await page.goto(`${world.url}/actions`)
  await page.getByRole('button', { name: 'Ajouter une action' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: /^Action/ }).fill(title)
  await sheet
    .getByRole('combobox', { name: /^Établissement/ })
    .selectOption({ label: 'Les Acomats' })
  await sheet.getByRole('button', { name: 'Ajouter au plan' }).click()
  await page.waitForURL(/\/actions\/.+/)
  return new URL(page.url()).pathname
}

/** Gives the event of Background Sync to the worker of a browser where no page of the app is open. */
async function backgroundSyncOf(context: BrowserContext): Promise<() => Promise<void>> {
  const page = await context.newPage()
  // A page of the server that is none of the app's.
  await page.goto(`${world.url}/v1/health`)
  const session = await context.newCDPSession(page)
  const registrationId = await registrationOf(session)
  return async () => {
    await session.send('ServiceWorker.dispatchSyncEvent', {
      origin: new URL(world.url).origin,
      registrationId,
      tag: 'escale-round',
      lastChance: false,
    })
  }
}

async function registrationOf(session: CDPSession): Promise<string> {
  const found = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL.endsWith('/arriere-plan/'))
      if (ours) resolve(ours.registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  return found
}
