import { startChromium } from './chromium-browser.ts'
import { nameOfFirefox, startFirefox } from './firefox-browser.ts'
import type { RealBrowser } from './real-browser.ts'
import { startWebkitBrowser } from './webkit-browser.ts'
import { nameOfWebkit } from './webkit-host.ts'

/** The browser that this campaign is about (`--browser`): Chromium unless told. */
export function startBrowser(): Promise<RealBrowser> {
  if (process.env.CAMPAIGN_BROWSER === 'firefox') return startFirefox()
  return process.env.CAMPAIGN_BROWSER === 'webkit' ? startWebkitBrowser() : startChromium()
}

/** Name and version of the browser that is asked for; undefined for Chromium, which is found at its start. */
export function nameOfBrowser(): string | undefined {
  if (process.env.CAMPAIGN_BROWSER === 'firefox') return nameOfFirefox()
  return process.env.CAMPAIGN_BROWSER === 'webkit' ? nameOfWebkit() : undefined
}
