import { startChromium } from './chromium-browser.ts'
import { startFirefox } from './firefox-browser.ts'
import type { RealBrowser } from './real-browser.ts'

/** The browser that this campaign is about (`--browser`): Chromium unless told. */
export function startBrowser(): Promise<RealBrowser> {
  return process.env.CAMPAIGN_BROWSER === 'firefox' ? startFirefox() : startChromium()
}
