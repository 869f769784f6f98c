/*
 * `npm run webkit`: the app itself on the system's WebKitGTK, the engine that Safari is made
 * of: enrolled, an action written with the server stopped, all processes of the browser killed, opened again from
 * the service worker alone, every screen opened, then the action sent and read on a second device. Exit 1 when
 * something is not there, or when a page reported an error.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { declarePath, paths } from '#src/paths.ts'
import {
  nameOfWebkit,
  startWebkit,
  type WebkitPage,
} from '#tests/faults/world/browser/webkit-host.ts'
import { createWorld } from '#tests/support/story-world.ts'

const TITLE = 'Relire les protocoles de nuit'
const PATIENCE_MS = 60_000
/** Screens without an id in their address. */
const SCREENS = [
  'home',
  'departure',
  'audits',
  'epps',
  'tracers',
  'events',
  'actions',
  'grids',
  'sync',
] as const

console.log(nameOfWebkit())
const world = await createWorld()
const tablet = await startWebkit()
const other = await startWebkit()
try {
  let page = await enrolled(tablet, /Chargé de mission/)
  await until(
    page,
    'the service worker',
    'return String(!!(await navigator.serviceWorker.ready).active)',
  )
  console.log('enrolled, the service worker is there')

  await world.stopServer()
  await page.load(world.url + paths.actions())
  await press(page, 'Ajouter une action')
  await fill(page, '[role=dialog] textarea, [role=dialog] input:not([type=radio])', TITLE)
  await choose(page, 'Les Acomats')
  await press(page, 'Ajouter au plan')
  await until(page, 'the action', `return String(/^.actions.[^/]+/.test(location.pathname))`)
  await shows(page, TITLE)
  const action = await page.run('return location.pathname')
  console.log('an action written without a server')

  checkFaults(page, 'writing')
  await tablet.kill()
  await tablet.start()
  page = await tablet.newPage()
  await page.load(world.url + action)
  await shows(page, TITLE)
  console.log('the browser killed: the action opens from the service worker and the disk')
  for (const name of SCREENS) await opens(page, name, paths[name]())
  await opens(page, 'declarer', declarePath)

  await world.startServer()
  const second = await enrolled(other, /Direction.*Les Acomats/)
  await page.load(world.url + action)
  await until(
    second,
    'the action on the second device',
    `
    if (location.pathname !== ${JSON.stringify(action)}) return String(void location.assign(${JSON.stringify(action)}))
    return String(document.body.innerText.includes(${JSON.stringify(TITLE)}))`,
  )
  checkFaults(second, 'the second device')
  console.log('sent, and read on a second device')
} finally {
  await tablet.close()
  await other.close()
  await world.close()
}

async function enrolled(browser: Awaited<ReturnType<typeof startWebkit>>, who: RegExp) {
  const page = await browser.newPage()
  await page.load(world.linkOf(who))
  await press(page, 'Ouvrir cet appareil')
  await until(
    page,
    'the way out of the welcome',
    `return String(!location.pathname.startsWith('/rejoindre'))`,
  )
  return page
}

async function opens(page: WebkitPage, name: string, path: string): Promise<void> {
  await page.load(world.url + path)
  await until(page, name, `return String(!!document.querySelector('h1')?.innerText)`)
  const title = await page.run(`return document.querySelector('h1').innerText`)
  if (/n’existe pas|s’est arrêté|n’est pas sur cet appareil/.test(title))
    throw new Error(`${name}: ${title}`)
  checkFaults(page, name)
  console.log(`  ${name}: ${title}`)
}

function shows(page: WebkitPage, words: string): Promise<void> {
  return until(
    page,
    words,
    `return String(document.body.innerText.includes(${JSON.stringify(words)}))`,
  )
}

async function press(page: WebkitPage, name: string): Promise<void> {
  await until(
    page,
    name,
    `
    const named = [...document.querySelectorAll('button, a')].filter((it) => it.innerText.trim() === ${JSON.stringify(name)})
    named.at(-1)?.click()
    return String(named.length > 0)`,
  )
}

/** Writes as the keyboard does: React listens to the setter of the element itself. */
async function fill(page: WebkitPage, selector: string, words: string): Promise<void> {
  await until(
    page,
    selector,
    `
    const field = document.querySelector(${JSON.stringify(selector)})
    if (!field) return 'false'
    field.focus()
    document.execCommand('insertText', false, ${JSON.stringify(words)})
    return String(field.value === ${JSON.stringify(words)})`,
  )
}

async function choose(page: WebkitPage, label: string): Promise<void> {
  await until(
    page,
    label,
    `
    const option = [...document.querySelectorAll('[role=dialog] option')].find((it) => it.label === ${JSON.stringify(label)})
    if (!option) return 'false'
    option.selected = true
    option.parentElement.dispatchEvent(new Event('change', { bubbles: true }))
    return 'true'`,
  )
}

/** Runs it until it returns « true ». */
async function until(page: WebkitPage, what: string, body: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  while (Date.now() < end) {
    // A page that leaves takes the answer with it.
    if ((await page.run(body).catch(() => '')) === 'true') return
    await wait(200)
  }
  const shown = await page.run('return document.body.innerText')
  throw new Error(
    `Not there: ${what}. Faults: ${page.faults.join('; ')}. The screen shows:\n${shown}`,
  )
}

function checkFaults({ faults }: WebkitPage, where: string): void {
  if (faults.length > 0) throw new Error(`${where}: ${faults.join('; ')}`)
}
