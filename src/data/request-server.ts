import * as z from 'zod/mini'
import { fail, ok, type Result } from '#domain/shared/result.ts'
import { DIGEST_HEADER, digestOf } from '#protocol/content-digest.ts'
import type { RequestErrorKind } from '#protocol/errors.ts'
import type { Env } from './env.ts'

/** Long enough for a poor link to answer, short enough to try again while the person is there. */
const TIMEOUT_MS = 20_000
/** What goes up has its own time beside, at the rate of the poorest link meant: 64 kbit/s. */
const BYTES_PER_MS = 8
/** The server waits no longer for a whole request. */
const LONGEST_MS = 60_000

/** Why a request brought nothing. `offline`: no answer, or an answer that is not the server's. */
export interface RequestFailure {
  readonly kind: RequestErrorKind | 'offline'
  /** With `gap`: the number to resend from. */
  readonly expected?: number | undefined
  /** With `clone`: the number another device took. */
  readonly n?: number | undefined
  /** With `rate-limited`. */
  readonly retryAfterS?: number | undefined
}

export interface ServerRequest<S extends z.ZodMiniType> {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly token?: string | undefined
  readonly json?: unknown
  readonly bytes?: { readonly content: ArrayBuffer; readonly mime: string }
  /** Shape of the answer: one of another shape is junk, whatever its status. */
  readonly answer: S
  readonly signal?: AbortSignal | undefined
}

/**
 * Asks the server, and never throws: a captive portal that answers 200 with a page of HTML, a
 * truncated body, a wrong shape are all « offline », for none of them is our server speaking.
 */
export async function requestServer<S extends z.ZodMiniType>(
  { fetch }: Pick<Env, 'fetch'>,
  request: ServerRequest<S>,
): Promise<Result<z.infer<S>, RequestFailure>> {
  const answered = await exchange(fetch, request)
  if (!answered) return fail({ kind: 'offline' })
  const { status, body } = answered
  if (status < 200 || status > 299) return fail(readFailure(status, body))
  const parsed = z.safeParse(request.answer, body)
  return parsed.success ? ok(parsed.data) : fail({ kind: 'offline' })
}

/** A long answer as it comes. */
export interface OpenAnswer {
  readonly body: ReadableStream<Uint8Array>
  /** To be called as bytes come: a link that is slow is not a link that is dead. */
  onProgress(): void
  /** To be called at the end, whatever it is: what has not come yet is given up. */
  finish(): void
}

/** As `requestServer`, for an answer that is read while it comes. */
export async function requestStream(
  { fetch }: Pick<Env, 'fetch'>,
  request: { path: string; token: string; json: unknown; signal: AbortSignal },
): Promise<Result<OpenAnswer, RequestFailure>> {
  const abort = new AbortController()
  const stop = () => abort.abort()
  let timer: ReturnType<typeof setTimeout> | undefined
  const finish = () => {
    clearTimeout(timer)
    request.signal.removeEventListener('abort', stop)
    stop()
  }
  request.signal.addEventListener('abort', stop)
  if (request.signal.aborted) stop()
  try {
    const init = await initOf({ ...request, method: 'POST' })
    timer = setTimeout(stop, timeAllowedMs(init.body))
    const response = await fetch(request.path, { ...init, signal: abort.signal })
    const onProgress = () => {
      clearTimeout(timer)
      timer = setTimeout(stop, TIMEOUT_MS)
    }
    onProgress()
    if (response.ok && response.body) {
      return ok({ body: response.body, onProgress, finish })
    }
    const failure = readFailure(response.status, readJson(await response.text()))
    finish()
    return fail(failure)
  } catch {
    finish()
    return fail({ kind: 'offline' })
  }
}

/** `not-found` is the server’s own word; a silence and a portal’s page are « offline ». */
export type RequestedBytes =
  | { readonly kind: 'bytes'; readonly bytes: ArrayBuffer }
  | { readonly kind: RequestFailure['kind'] }

/** As `requestServer`, for the bytes of a photo. */
export async function requestBytes(
  { fetch }: Pick<Env, 'fetch'>,
  path: string,
  token: string,
): Promise<RequestedBytes> {
  try {
    const response = await fetch(path, { headers: { authorization: `Bearer ${token}` } })
    if (response.ok) return { kind: 'bytes', bytes: await response.arrayBuffer() }
    return { kind: readFailure(response.status, readJson(await response.text())).kind }
  } catch {
    // No network: the photo is simply not here yet.
    return { kind: 'offline' }
  }
}

async function exchange(fetch: Env['fetch'], request: ServerRequest<z.ZodMiniType>) {
  const abort = new AbortController()
  const stop = () => abort.abort()
  let timer: ReturnType<typeof setTimeout> | undefined
  request.signal?.addEventListener('abort', stop)
  if (request.signal?.aborted) stop()
  try {
    const init = await initOf(request)
    timer = setTimeout(stop, timeAllowedMs(init.body))
    const response = await fetch(request.path, { ...init, signal: abort.signal })
    const text = await response.text()
    const digest = response.headers.get(DIGEST_HEADER)
    // Changed on the way, by a proxy or a bad memory: nobody said this.
    if (digest && digest !== (await digestOf(text))) return undefined
    return { status: response.status, body: readJson(text) }
  } catch {
    // Refused, cut or too slow: all the same to the caller, who will try again.
    return undefined
  } finally {
    clearTimeout(timer)
    request.signal?.removeEventListener('abort', stop)
  }
}

/** How long an answer to a request of this body may take to begin, ms. */
function timeAllowedMs(body: RequestInit['body']): number {
  const bytes =
    typeof body === 'string' ? body.length : body instanceof ArrayBuffer ? body.byteLength : 0
  return Math.min(LONGEST_MS, TIMEOUT_MS + bytes / BYTES_PER_MS)
}

type Sent = Pick<ServerRequest<z.ZodMiniType>, 'method' | 'token' | 'json' | 'bytes'>

async function initOf({ method, token, json, bytes }: Sent): Promise<RequestInit> {
  const headers: Record<string, string> = {}
  if (token) headers.authorization = `Bearer ${token}`
  if (bytes) headers['content-type'] = bytes.mime
  else if (json !== undefined) headers['content-type'] = 'application/json'
  const body = bytes ? bytes.content : json === undefined ? undefined : JSON.stringify(json)
  if (typeof body === 'string') headers[DIGEST_HEADER] = await digestOf(body)
  return { method, headers, cache: 'no-store', ...(body !== undefined && { body }) }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const refusal = z.object({
  error: z.object({
    kind: z.string(),
    expected: z.optional(z.int()),
    n: z.optional(z.int()),
    retryAfterS: z.optional(z.number()),
  }),
})

/** Complete by its type: a kind added to the protocol must be known here. */
const KNOWN: Record<RequestErrorKind, true> = {
  'bad-json': true,
  'too-large': true,
  'too-deep': true,
  'bad-request': true,
  'unknown-device': true,
  revoked: true,
  forbidden: true,
  'not-found': true,
  gap: true,
  clone: true,
  'protocol-too-old': true,
  'rate-limited': true,
  'code-refused': true,
  'already-set-up': true,
  'envelope-unreadable': true,
  'blob-mismatch': true,
  'storage-full': true,
  'server-fault': true,
}

/** Why the server, or a proxy before it, turned a request away. */
export function readFailure(status: number, body: unknown): RequestFailure {
  const parsed = z.safeParse(refusal, body)
  if (parsed.success && isKnown(parsed.data.error.kind)) {
    const { kind, expected, n, retryAfterS } = parsed.data.error
    return { kind, expected, n, retryAfterS }
  }
  // A proxy between us and the server speaks by its status alone.
  if (status === 413) return { kind: 'too-large' }
  if (status === 429) return { kind: 'rate-limited' }
  if (status >= 500) return { kind: 'server-fault' }
  return { kind: 'offline' }
}

function isKnown(kind: string): kind is RequestErrorKind {
  return Object.hasOwn(KNOWN, kind)
}
