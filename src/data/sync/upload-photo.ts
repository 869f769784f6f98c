/*
 * One photo to the server by the tus protocol, over any link.
 *
 * The address of an upload is its photo's: nothing is kept to resume it, and a page closed in the
 * middle, a store erased or a server restored all begin by asking where the server stands. A link that
 * carries something is tried again soon, from there; one that carries nothing is left, for the next
 * round decides when to come back.
 */
import { type DetailedError, type HttpStack, Upload } from 'tus-js-client'
import { fail, ok, type Result } from '#domain/shared/result.ts'
import { LIMITS } from '#protocol/limits.ts'
import type { Env } from '../env.ts'
import { type RequestFailure, readFailure } from '../request-server.ts'

/** A chunk that carries nothing new for so long is given up (security.md §3). */
const STALL_MS = 20_000
/** Chunks grow while each takes less, so that words typed meanwhile wait for less than this. */
const BRISK_MS = 2_000
/** Tries in a row that brought the server no byte. */
const MAX_IN_VAIN = 3
const AGAIN_AFTER_MS = 1_000

/** Size of the next chunk on the link of the moment; one for all the photos of a pass. */
export interface Pace {
  chunkBytes: number
}

export interface PhotoUpload {
  readonly sha256: string
  readonly content: ArrayBuffer
  readonly token: string
  readonly signal: AbortSignal
  readonly pace: Pace
  /** Sends what was typed meanwhile; false when it could not leave, and then no byte of a photo does. */
  readonly textFirst: () => Promise<boolean>
  readonly onProgress: (bytesHeld: number) => void
}

/** Resolves once the server says that it holds the whole photo; only `wanted` proves it. */
export async function uploadPhoto(
  env: Pick<Env, 'fetch' | 'sleep' | 'random' | 'now'>,
  photo: PhotoUpload,
): Promise<Result<void, RequestFailure>> {
  const { signal, pace } = photo
  const link = followLink(photo)
  const upload = tusUpload(env, photo, link)
  let inVain = 0
  for (;;) {
    const heldBefore = link.held
    const failure = await attempt(upload, photo)
    if (!failure) return ok(undefined)
    pace.chunkBytes = LIMITS.firstChunkBytes
    inVain = link.held > heldBefore ? 0 : inVain + 1
    if (signal.aborted || !isWorthAgain(failure) || inVain >= MAX_IN_VAIN) return fail(failure)
    await env.sleep(AGAIN_AFTER_MS * 2 ** inVain * (0.5 + env.random() / 2))
  }
}

/** What the server said it holds, at its best. */
interface Link {
  held: number
  said(offset: string | null): void
}

function followLink({ onProgress }: PhotoUpload): Link {
  const link: Link = {
    held: 0,
    said(offset) {
      const bytes = Number(offset)
      if (offset === null || !(bytes > link.held)) return
      link.held = bytes
      onProgress(bytes)
    },
  }
  return link
}

function tusUpload(env: Pick<Env, 'fetch' | 'now'>, photo: PhotoUpload, link: Link): Upload {
  const { sha256, content, token, pace } = photo
  const address = `/v1/uploads/${sha256}`
  const bytes = new Blob([content])
  return new Upload(bytes, {
    endpoint: address,
    uploadUrl: address,
    fingerprint: async () => sha256,
    // The address says it all: nothing to store.
    storeFingerprintForResuming: false,
    headers: { authorization: `Bearer ${token}` },
    chunkSize: pace.chunkBytes,
    // Tried again here, by what the link carried.
    retryDelays: null,
    httpStack: fetchStack(env, photo, link),
    fileReader: {
      openFile: async () => ({
        size: bytes.size,
        slice: async (start: number, end: number) => ({
          value: bytes.slice(start, end),
          done: end >= bytes.size,
        }),
        close: () => undefined,
      }),
    },
  })
}

/** Starts or resumes; undefined once whole, else why it stopped. */
function attempt(
  upload: Upload,
  { signal, pace }: PhotoUpload,
): Promise<RequestFailure | undefined> {
  const followPace = () => {
    upload.options.chunkSize = pace.chunkBytes
  }
  followPace()
  upload.options.onChunkComplete = followPace
  return new Promise((resolve) => {
    const stop = () => {
      upload.abort().catch(() => undefined) // nothing is left to abort
      resolve({ kind: 'offline' })
    }
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    const end = (failure?: RequestFailure) => {
      signal.removeEventListener('abort', stop)
      resolve(failure)
    }
    upload.options.onSuccess = () => end()
    upload.options.onError = (error) => end(failureOf(error))
    upload.start()
  })
}

function failureOf(error: Error | DetailedError): RequestFailure {
  const response = 'originalResponse' in error ? error.originalResponse : null
  if (!response) return { kind: 'offline' }
  const retryAfterS = Number(response.getHeader('retry-after')) || undefined
  let body: unknown
  try {
    body = JSON.parse(response.getBody())
  } catch {
    // tus answers some refusals by the status alone
  }
  return { ...readFailure(response.getStatus(), body), retryAfterS }
}

/** Cut, busy, or at another offset than we thought: asking again settles it. The rest does not. */
function isWorthAgain({ kind }: RequestFailure): boolean {
  return kind === 'offline' || kind === 'server-fault'
}

/** The app's own `fetch` under the library, chunk after chunk, words before each. */
function fetchStack(
  env: Pick<Env, 'fetch' | 'now'>,
  { pace, textFirst }: PhotoUpload,
  link: Link,
): HttpStack {
  return {
    getName: () => 'fetch',
    createRequest(method, url) {
      const headers: Record<string, string> = {}
      const abort = new AbortController()
      return {
        getMethod: () => method,
        getURL: () => url,
        setHeader: (name, value) => {
          headers[name] = value
        },
        getHeader: (name) => headers[name],
        setProgressHandler: () => undefined,
        getUnderlyingObject: () => undefined,
        abort: async () => abort.abort(),
        async send(body: Blob | null) {
          if (body && !(await textFirst())) throw new Error('Words are waiting')
          const startedAt = env.now()
          const timer = setTimeout(() => abort.abort(), STALL_MS)
          try {
            const response = await env.fetch(new URL(url, 'https://escale.invalid').pathname, {
              method,
              headers,
              cache: 'no-store',
              signal: abort.signal,
              ...(body && { body: await body.arrayBuffer() }),
            })
            const text = await response.text()
            if (response.ok) link.said(response.headers.get('upload-offset'))
            if (body && response.ok) grow(pace, env.now() - startedAt)
            return {
              getStatus: () => response.status,
              getHeader: (name) => response.headers.get(name) ?? undefined,
              getBody: () => text,
              getUnderlyingObject: () => response,
            }
          } finally {
            clearTimeout(timer)
          }
        },
      }
    },
  }
}

function grow(pace: Pace, tookMs: number): void {
  if (tookMs < BRISK_MS) pace.chunkBytes = Math.min(LIMITS.chunkBytes, pace.chunkBytes * 2)
}
