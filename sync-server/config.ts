import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fail, ok, type Result } from '#domain/shared/result.ts'
import manifest from '../package.json' with { type: 'json' }

export interface Config {
  readonly host: string
  readonly port: number
  readonly dataFolder: string
  /** The PostgreSQL to keep the data in; undefined for a file of the data folder. Holds a secret. */
  readonly databaseUrl: string | undefined
  readonly appFolder: string
  /** Begin with nothing and a first-run assistant instead of the demonstration. */
  readonly empty: boolean
  /** Print a fresh code for each person, as a demonstration does: for a porteur who lost theirs. */
  readonly codes: boolean
  readonly version: string
}

/**
 * The only reader of the environment: `HOST` (this machine alone unless said), `PORT`, `DATA_DIR`,
 * `DATABASE_URL`, and the flags `--empty` and `--codes`. Fails on a port that is none.
 */
export function readConfig(
  env: NodeJS.ProcessEnv,
  flags: readonly string[],
): Result<Config, { kind: 'bad-port'; port: string }> {
  const port = Number(env.PORT || 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return fail({ kind: 'bad-port', port: env.PORT ?? '' })
  }
  // `sync-server/config.ts` and both bundles of `dist-server` lie one folder below the root.
  const root = join(dirname(fileURLToPath(import.meta.url)), '..')
  return ok({
    host: env.HOST || '127.0.0.1',
    port,
    dataFolder: resolve(env.DATA_DIR || 'data'),
    databaseUrl: env.DATABASE_URL || undefined,
    appFolder: join(root, 'dist'),
    empty: flags.includes('--empty'),
    codes: flags.includes('--codes'),
    version: manifest.version,
  })
}
