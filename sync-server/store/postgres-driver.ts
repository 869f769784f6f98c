import pg from 'pg'

/** Enough for a burst: what waits longer waits in the pool, and a home's counter is the bound anyway. */
const CONNECTIONS = 10
const OLDEST_POSTGRES = 13
/** `bigint` and what counts and sums answer: text for the driver, numbers for this server. */
const WHOLE_NUMBERS: readonly number[] = [pg.types.builtins.INT8, pg.types.builtins.NUMERIC]

type PostgresFault =
  | 'unreachable'
  | 'account'
  | 'no-database'
  | 'version'
  | 'replica'
  | 'synchronous_commit'
  | 'fsync'
  | 'full_page_writes'
  | 'encoding'

/** A database that cannot be opened, or that could lose or bend what it acknowledged. */
export class PostgresUnusable extends Error {
  readonly fault: PostgresFault
  constructor(fault: PostgresFault, cause?: unknown) {
    super(`This PostgreSQL cannot keep the data: ${fault}`, { cause })
    this.name = 'PostgresUnusable'
    this.fault = fault
  }
}

/**
 * Opens a pool on a database and checks what durability needs of it. Rejects with `PostgresUnusable`
 * or the driver's error. `patient` lifts the bounds of time, for the copy of a whole store.
 */
export async function openPostgres(
  url: string,
  { patient = false }: { patient?: boolean } = {},
): Promise<{ pool: pg.Pool; name: string }> {
  const pool = new pg.Pool({
    connectionString: url,
    Client: PreparingClient,
    max: CONNECTIONS,
    keepAlive: true,
    // The devices of a home come together, then nobody for a while: what is prepared is kept meanwhile.
    idleTimeoutMillis: 300_000,
    pipeline: true,
    connectionTimeoutMillis: 20_000,
    application_name: 'escale',
    // A process that stops half-way must not hold a home's counter for ever.
    ...(!patient && {
      lock_timeout: 20_000,
      statement_timeout: 60_000,
      idle_in_transaction_session_timeout: 60_000,
    }),
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        WHOLE_NUMBERS.includes(oid) ? toNumber : pg.types.getTypeParser(oid, format),
    },
  })
  // A connection that dies while nobody uses it is replaced at the next need; unheard, it would end
  // the process.
  pool.on('error', () => undefined)
  try {
    return { pool, name: await checkSafety(pool) }
  } catch (error) {
    await pool.end()
    const fault = openingFault(error)
    throw fault ? new PostgresUnusable(fault, error) : error
  }
}

/** What one connection keeps prepared: a round runs the same few, an import many lengths of one. */
const KEPT_STATEMENTS = 300
const names = new Map<string, string>()

/** The name of a text, the same on every connection; undefined once there are too many. */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= KEPT_STATEMENTS) return known
  const name = `escale_${names.size}`
  names.set(text, name)
  return name
}

/**
 * Has each statement parsed and planned once by connection, and not at each round of each tablet; what is
 * asked in one breath is written to the socket at once.
 */
class PreparingClient extends pg.Client {
  override query(...asked: unknown[]): never {
    const { stream } = this.connection
    stream.cork()
    process.nextTick(() => stream.uncork())
    const [text, values, ...rest] = asked
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined
    const query = super.query.bind(this) as (...given: unknown[]) => never
    return name ? query({ name, text, values }, ...rest) : query(...asked)
  }
}

async function checkSafety(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<Record<string, string>>(
    `select current_setting('server_version') as version,
      current_setting('synchronous_commit') as synchronous_commit,
      current_setting('fsync') as fsync,
      current_setting('full_page_writes') as full_page_writes,
      current_setting('server_encoding') as encoding,
      pg_is_in_recovery()::text as replica`,
  )
  const told = rows[0] ?? {}
  const version = told.version ?? ''
  if (Number.parseInt(version, 10) < OLDEST_POSTGRES) throw new PostgresUnusable('version')
  if (told.replica !== 'false') throw new PostgresUnusable('replica')
  // `off` answers before the disk has it; the others wait at least for this machine's.
  if (told.synchronous_commit === 'off') throw new PostgresUnusable('synchronous_commit')
  if (told.fsync !== 'on') throw new PostgresUnusable('fsync')
  if (told.full_page_writes !== 'on') throw new PostgresUnusable('full_page_writes')
  if (told.encoding !== 'UTF8') throw new PostgresUnusable('encoding')
  return `PostgreSQL ${version}`
}

function openingFault(error: unknown): PostgresFault | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('28')) return 'account'
  if (code === '3D000') return 'no-database'
  // Refused, unknown, silent, or still starting.
  if (/^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|57P03)/.test(code)) return 'unreachable'
  return error instanceof Error && /timeout/i.test(error.message) ? 'unreachable' : undefined
}

function toNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new Error(`${text} is beyond what a number can hold`)
  return number
}
