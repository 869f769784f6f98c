import { defineConfig } from '@playwright/test'

/**
 * Stories in a real browser. `npm test` finds the browser and names it in CHROME_PATH; each story
 * starts and stops its own server, because a stopped server is what « no network » means here.
 */
export default defineConfig({
  testDir: 'tests/stories',
  testMatch: '**/*.spec.ts',
  timeout: 240_000,
  expect: { timeout: 15_000 },
  workers: 1,
  retries: 0,
  forbidOnly: true,
  outputDir: 'test-results',
  use: {
    actionTimeout: 20_000,
    locale: 'fr-FR',
    timezoneId: 'America/Guadeloupe',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
