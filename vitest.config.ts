import { defineConfig } from 'vitest/config'

/** Unit, component and server tests. Real browsers are in tests/stories, run by Playwright. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/stories/**', 'node_modules/**'],
    setupFiles: ['tests/support/setup.ts'],
    testTimeout: 30_000,
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
})
