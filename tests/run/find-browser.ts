import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { homedir, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

export interface FoundBrowser {
  readonly executablePath: string
  readonly origin: string
  readonly env: NodeJS.ProcessEnv
}

const SYSTEM = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * A Chromium to test with, by the means this machine offers, the cheapest first: the one named by
 * CHROME_PATH, Playwright's own, the system's, a download, the one shipped in an npm package.
 * Undefined when none could be had.
 */
export async function findBrowser(): Promise<FoundBrowser | undefined> {
  const named = process.env.CHROME_PATH
  if (named) return existsSync(named) ? found(named, 'CHROME_PATH') : undefined
  if (existsSync(chromium.executablePath())) return found(chromium.executablePath(), 'Playwright')
  const system = SYSTEM.find((path) => existsSync(path))
  if (system) return found(system, 'the system')
  return downloaded() ?? (await packaged())
}

function found(executablePath: string, origin: string, env: NodeJS.ProcessEnv = {}): FoundBrowser {
  return { executablePath, origin, env }
}

function downloaded(): FoundBrowser | undefined {
  const run = spawnSync(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'install', 'chromium-headless-shell'],
    { timeout: 180_000, stdio: 'ignore' },
  )
  const path = chromium.executablePath()
  return run.status === 0 && existsSync(path) ? found(path, 'a download') : undefined
}

/** The package unpacks to a fixed name in the temporary folder: each user gets a folder of its own. */
async function packaged(): Promise<FoundBrowser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const own = join(
    tmpdir(),
    `escale-browser-${userInfo().username || homedir().replaceAll('/', '-')}`,
  )
  mkdirSync(own, { recursive: true, mode: 0o700 })
  process.env.TMPDIR = own
  // Also unpacks the libraries that a bare system lacks.
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x'
  const { default: shipped } = await import('@sparticuz/chromium')
  const path = await shipped.executablePath()
  return found(path, 'an npm package', { LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? '' })
}
