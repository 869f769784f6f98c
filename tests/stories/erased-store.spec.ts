import { expect, type Page, test } from '@playwright/test'
import { lookAt } from '../support/look-at-screen.ts'
import {
  createWorld,
  type Device,
  enrol,
  openDevice,
  type StoryWorld,
  waitForOffline,
} from '../support/story-world.ts'

/*
 * A browser that finds its IndexedDB damaged erases every database of the app. What was written
 * without network is still there, sealed, and leaves with the next person who opens the app here.
 */
test.describe.configure({ mode: 'serial' })
test.use({ trace: 'off' })

let world: StoryWorld
let tablet: Device
let other: Device

test.beforeAll(async ({ browser }) => {
  world = await createWorld()
  tablet = await openDevice(browser, 'tablet')
  other = await openDevice(browser, 'tablet')
})

test.afterAll(async () => {
  for (const device of [tablet, other]) await device?.context.close()
  await world?.close()
})

test('an action written with the server stopped outlives the databases of the browser', async () => {
  const { page, context } = tablet
  await enrol(page, world.linkOf(/Chargé de mission/))
  await waitForOffline(page)
  await world.stopServer()
  await page.goto(`${world.url}/actions`)
  await page.getByRole('button', { name: 'Ajouter une action' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: /^Action/ }).fill('Refaire le plan de la pharmacie')
  await sheet
    .getByRole('combobox', { name: /^Établissement/ })
    .selectOption({ label: 'Les Acomats' })
  await sheet.getByRole('button', { name: 'Ajouter au plan' }).click()
  await page.waitForURL(/\/actions\/.+/)
  const action = new URL(page.url()).pathname
  await expect.poll(() => copiesIn(page)).toBe(1)

  // The page first: a browser that is in use would not let go of them.
  await page.goto('about:blank')
  const session = await context.newCDPSession(page)
  const origin = new URL(world.url).origin
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
  await world.startServer()
  await page.goto(`${world.url}/rejoindre`)
  await expect(page.getByText('saisie de cet appareil attend encore')).toBeVisible()
  await lookAt(page, 'join-with-a-copy', [])

  await enrol(page, world.linkOf(/Référent qualité, Joël/))
  await enrol(other.page, world.linkOf(/Direction.*Les Acomats/))
  await expect(async () => {
    await other.page.goto(`${world.url}${action}`)
    await expect(
      other.page.getByRole('heading', { name: 'Refaire le plan de la pharmacie' }),
    ).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
})

function copiesIn(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const cache = await caches.open('escale-second-copy')
    return (await cache.keys()).length
  })
}
