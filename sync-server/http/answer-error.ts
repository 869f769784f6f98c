import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { RequestError } from '#protocol/errors.ts'
import { LIMITS } from '#protocol/limits.ts'
import { callerLeft } from '../caller-left.ts'
import { Refusal, STATUS } from './refusal.ts'

/**
 * Every failure leaves as `{ error: { kind } }`: never a stack, never a driver's message. A fault of
 * the server is told to `report`, which sees no body, no address and no token.
 */
export function answerErrors(report: (fault: { route: string; error: unknown }) => void) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const known = readError(error)
    if (known.kind === 'server-fault') {
      report({ route: request.routeOptions.url ?? 'unknown', error })
    }
    if (known.kind === 'rate-limited') reply.header('retry-after', known.retryAfterS)
    return reply.code(STATUS[known.kind]).header('cache-control', 'no-store').send({ error: known })
  }
}

function readError(error: unknown): RequestError {
  if (error instanceof Refusal) return error.error
  // Nobody is left to read it.
  if (callerLeft(error)) return { kind: 'bad-json' }
  const code = isCoded(error) ? error.code : ''
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return { kind: 'too-large', limit: LIMITS.bodyBytes }
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return { kind: 'bad-request', detail: 'content-type' }
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return { kind: 'bad-json' }
    // The disk is full: nothing was acknowledged, the device keeps its queue and tries again.
    case 'ENOSPC':
      return { kind: 'storage-full' }
  }
  if (error instanceof Error && /database or disk is full/.test(error.message)) {
    return { kind: 'storage-full' }
  }
  return { kind: 'server-fault' }
}

function isCoded(error: unknown): error is FastifyError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
