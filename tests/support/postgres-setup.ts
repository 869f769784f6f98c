import type { TestProject } from 'vitest/node'
import { type Postgres, startPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The database to make others from; undefined when this machine has no PostgreSQL. */
    postgresUrl: string | undefined
  }
}

let postgres: Postgres | undefined

/** One PostgreSQL for the whole run of the tests that need it. */
export async function setup(project: TestProject): Promise<void> {
  postgres = await startPostgres()
  project.provide('postgresUrl', postgres?.url)
  if (postgres) process.stdout.write(`Store of the project « postgres »: ${postgres.name}\n`)
}

export async function teardown(): Promise<void> {
  await postgres?.stop()
}
