import { defineConfig } from 'vitest/config'

/** Unit, component and server tests. Real browsers are in tests/stories, run by Playwright. */
export default defineConfig({
  test: {
    setupFiles: ['tests/support/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Every core: by itself it leaves one aside, which is half of a machine that has two.
    maxWorkers: '100%',
    css: { modules: { classNameStrategy: 'non-scoped' } },
    projects: [
      {
        extends: true,
        test: {
          name: 'escale',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/stories/**', 'tests/**/postgres/**', 'node_modules/**'],
        },
      },
      {
        // The same server on its other store: what holds on SQLite holds on PostgreSQL.
        extends: true,
        test: {
          name: 'postgres',
          include: [
            'tests/sync-server/store/**/*.test.ts',
            'tests/sync-server/{access,blobs,demo,forty-dispositifs,intake,posters,push,rights,setup}.test.ts',
          ],
          globalSetup: ['tests/support/postgres-setup.ts'],
          setupFiles: ['tests/support/postgres-or-skip.ts'],
          env: { TEST_STORE: 'postgres' },
        },
      },
    ],
  },
})
