import { join } from 'node:path'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { fail } from '#domain/shared/result.ts'
import { DIGEST_HEADER } from '#protocol/content-digest.ts'
import type { RequestError } from '#protocol/errors.ts'
import { LIMITS } from '#protocol/limits.ts'
import { createAttempts } from '../access/attempts.ts'
import { createBlobFiles } from '../blobs/blob-files.ts'
import { createUploads, type Uploads } from '../blobs/uploads.ts'
import { ALL_ROUTES } from '../routes/all-routes.ts'
import { sha256 } from '../sha256.ts'
import { type ReadFreeBytes, whileThereIsRoom } from '../store/free-space.ts'
import type { Store } from '../store/store.ts'
import { createListeners } from '../sync/listeners.ts'
import { answerErrors } from './answer-error.ts'
import { compressShort, SHORTEST_BYTES } from './compress-short.ts'
import { readJson } from './read-json.ts'
import { Refusal } from './refusal.ts'
import { registerRoutes } from './register-routes.ts'
import { PERMISSIONS_POLICY, SECURITY_HEADERS } from './security-headers.ts'
import { serveApp } from './serve-app.ts'
import { serveOpenApi } from './serve-openapi.ts'

export interface AppParts {
  readonly store: Store
  /** Folder of photos. */
  readonly blobFolder: string
  /** Folder of the built app; what is not there is not served. */
  readonly appFolder: string
  readonly version: string
  readonly now: () => number
  readonly setupCode: () => string | undefined
  /** How long a request may take to come in whole; a minute unless told. */
  readonly requestTimeoutMs?: number
  /** Room left on the disk of the data; undefined where nobody counts it. */
  readonly freeBytes?: ReadFreeBytes
  /** Told of faults, which the callers only see as « server-fault ». */
  readonly report: (fault: { route: string; error: unknown }) => void
}

/** The default is no limit at all; a mebibyte at 256 kbit/s takes half of it. */
const REQUEST_TIMEOUT_MS = 60_000
const QUARTER_HOUR_MS = 15 * 60_000
const SWEEP_EVERY_MS = 3_600_000

/** The server as an app that listens nowhere yet: what tests inject into, and `main.ts` opens. */
export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  const requestTimeout = parts.requestTimeoutMs ?? REQUEST_TIMEOUT_MS
  const app = fastify({
    logger: false,
    bodyLimit: LIMITS.bodyBytes,
    requestTimeout,
    // Node looks for late requests every half minute unless told.
    http: { headersTimeout: requestTimeout / 6, connectionsCheckingInterval: requestTimeout / 12 },
    forceCloseConnections: 'idle',
  })
  app.server.maxConnections = 1_000
  readOnlyKnownTypes(app)
  app.setErrorHandler(answerErrors(parts.report))
  await app.register(helmet, SECURITY_HEADERS)
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', PERMISSIONS_POLICY)
  })
  signJson(app)
  compressShort(app)
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    requestEncodings: ['identity'],
    // One change in one record is half as long so; the default of 1,024 would let it travel whole.
    threshold: SHORTEST_BYTES,
    brotliOptions: AS_IT_COMES,
  })
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) =>
      new Refusal({ kind: 'rate-limited', retryAfterS: Math.ceil(ttl / 1_000) }),
  })
  const bare = { store: parts.store, blobFiles: createBlobFiles(parts.blobFolder) }
  const roomy = parts.freeBytes ? whileThereIsRoom(bare, parts.freeBytes) : bare
  const listeners = createListeners(roomy.store)
  app.addHook('preClose', async () => listeners.endAll())
  const held = { ...roomy, store: listeners.store }
  const uploads = createUploads({
    ...held,
    folder: join(parts.blobFolder, 'parts'),
    now: parts.now,
    report: (error) => parts.report({ route: '/v1/uploads/:sha256', error }),
  })
  sweepParts(app, uploads, parts.report)
  registerRoutes(app, ALL_ROUTES, {
    ...held,
    uploads,
    listeners,
    now: parts.now,
    version: parts.version,
    setupCode: parts.setupCode,
    codeAttempts: createAttempts(5, QUARTER_HOUR_MS),
    receiptAttempts: createAttempts(5, QUARTER_HOUR_MS),
  })
  serveOpenApi(app, ALL_ROUTES, parts.version)
  await serveApp(app, parts.appFolder)
  return app
}

/**
 * What is written leaves at once. Left to itself the compressor waits for some megabytes: whoever reads a
 * long answer would receive none of its pages before the last was made, and keep none of one that was cut.
 */
const AS_IT_COMES = {
  flush: constants.BROTLI_OPERATION_FLUSH,
  chunkSize: 65_536,
  params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
}

/** One JSON reader in the whole path, bytes for sealed files; those of a photo are left to `uploads`. */
function readOnlyKnownTypes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    async (request: FastifyRequest, body: string) => {
      const digest = request.headers[DIGEST_HEADER]
      const isWhole = digest === undefined || digest === sha256(body)
      const json = isWhole ? readJson(body) : fail<RequestError>({ kind: 'bad-json' })
      if (!json.ok) throw new Refusal(json.error)
      return json.value
    },
  )
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer' },
    (_request, body, done) => {
      done(null, body)
    },
  )
  app.addContentTypeParser('application/offset+octet-stream', (_request, _body, done) => done(null))
}

/** Forgets abandoned parts at the start and every hour. */
function sweepParts(app: FastifyInstance, uploads: Uploads, report: AppParts['report']): void {
  const sweep = () => {
    uploads.sweep().catch((error: unknown) => report({ route: 'sweep of uploads', error }))
  }
  app.addHook('onListen', async () => sweep())
  const timer = setInterval(sweep, SWEEP_EVERY_MS).unref()
  app.addHook('onClose', async () => clearInterval(timer))
}

/** Before the compression, so that the device checks what it reads and not how it travelled. */
function signJson(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply, payload) => {
    const isJson = String(reply.getHeader('content-type')).startsWith('application/json')
    if (isJson && typeof payload === 'string') reply.header(DIGEST_HEADER, sha256(payload))
    return payload
  })
}
