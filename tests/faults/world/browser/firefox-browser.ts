import { type ChildProcess, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { type Bidi, connectBidi, type Evaluated } from './bidi.ts'
import { type BrowserProcess, spawnBrowser } from './browser-process.ts'
import { FAULTS_PAGE } from './faults-page.ts'
import { openFreezable } from './frozen-process.ts'
import { type RealBrowser, type RealTab, startPatiently } from './real-browser.ts'

const SYSTEM = ['/usr/bin/firefox-esr', '/usr/bin/firefox']
const FLAGS = ['--headless', '--no-remote', '--remote-debugging-port=0']
/** One process by tab, none kept ready, nothing restored nor asked after a kill, no word to the outside. */
const SETTINGS: Readonly<Record<string, boolean | number | string>> = {
  'dom.ipc.processCount.webIsolated': 16,
  'dom.ipc.processPrelaunch.enabled': false,
  'browser.sessionstore.resume_from_crash': false,
  'toolkit.startup.max_resumed_crashes': -1,
  'browser.startup.page': 0,
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'http://127.0.0.1:1',
  'extensions.update.enabled': false,
  'app.normandy.enabled': false,
}

/** The system's Firefox, as people have it, driven by WebDriver BiDi; Linux alone, for its /proc. */
export async function startFirefox(): Promise<RealBrowser> {
  const path = process.env.FIREFOX_PATH ?? SYSTEM.find((place) => existsSync(place))
  if (!path) throw new Error('No Firefox was found: give its path in FIREFOX_PATH')
  const folder = await mkdtemp(join(tmpdir(), 'escale-firefox-'))
  const lines = Object.entries(SETTINGS).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  )
  await writeFile(join(folder, 'user.js'), lines.join('\n'))
  let running: BrowserProcess | undefined
  let bidi: Bidi | undefined

  async function startOnce(): Promise<void> {
    running = spawnBrowser(path ?? '', [...FLAGS, '--profile', folder])
    bidi = await connectBidi(await addressOf(running.child))
  }

  const kill = async () => running?.kill()
  const start = () => startPatiently(startOnce, kill)
  await start()
  return {
    async openTab(origin) {
      const group = running?.child.pid
      if (!bidi || group === undefined) throw new Error('The browser is not there')
      const session = bidi
      return openFreezable(group, 'Isolated Web', () => tabOf(session, origin))
    },
    kill,
    start,
    async close() {
      await kill()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Version of the Firefox a campaign runs on, for its table. */
export function nameOfFirefox(): string {
  const path = process.env.FIREFOX_PATH ?? SYSTEM.find((place) => existsSync(place))
  return path ? spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.trim() : 'no Firefox'
}

async function tabOf(bidi: Bidi, origin: string): Promise<Omit<RealTab, 'freeze' | 'thaw'>> {
  const { context } = await bidi.send<{ context: string }>('browsingContext.create', {
    type: 'tab',
  })
  let isClosed = false

  async function run(functionDeclaration: string, given: readonly object[]): Promise<unknown> {
    const target = { context }
    const call = { functionDeclaration, arguments: given, target, awaitPromise: true }
    const { result, exceptionDetails } = await bidi
      .send<Evaluated>('script.callFunction', call)
      .catch((error: unknown) => {
        throw isClosed ? new Error('The tab was closed') : error
      })
    if (exceptionDetails) throw new Error(exceptionDetails.text)
    return result?.value
  }

  const url = `${origin}${FAULTS_PAGE}`
  await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' })
  while (!(await run('() => globalThis.isReady === true', []))) await wait(20)
  return {
    async call(name, ...given) {
      const words = await run(
        '(name, given) => callTab(name, JSON.parse(given)).then((it) => JSON.stringify(it ?? null))',
        [name, JSON.stringify(given)].map((value) => ({ type: 'string', value })),
      )
      return JSON.parse(String(words))
    },
    async hear(told) {
      const channel = randomUUID()
      bidi.onMessage(channel, ({ value }) => told(String(value)))
      await run('(hear) => { globalThis.hear = hear }', [{ type: 'channel', value: { channel } }])
    },
    async close() {
      isClosed = true
      await bidi.send('browsingContext.close', { context })
    },
  }
}

/** The browser says where it listens among its other words, which nobody reads. */
function addressOf(browser: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    browser.once('exit', (code) => reject(new Error(`The browser ended with ${code}`)))
    if (!browser.stderr) return
    createInterface({ input: browser.stderr }).on('line', (line) => {
      const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? []
      if (address) resolve(address)
    })
  })
}
