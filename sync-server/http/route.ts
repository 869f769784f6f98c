import type { IncomingMessage } from 'node:http'
import type { FastifyReply } from 'fastify'
import type * as z from 'zod/mini'
import type { Role } from '#domain/rights/rights.ts'
import type { Attempts } from '../access/attempts.ts'
import type { EnrolledCaller, PosterCaller } from '../access/authenticate.ts'
import type { BlobFiles } from '../blobs/blob-files.ts'
import type { Uploads } from '../blobs/uploads.ts'
import type { Store } from '../store/store.ts'
import type { Listeners } from '../sync/listeners.ts'
import { Refusal } from './refusal.ts'

/** What routes work with, built once by `create-app.ts`. */
export interface Context {
  readonly store: Store
  readonly blobFiles: BlobFiles
  readonly uploads: Uploads
  readonly listeners: Listeners
  readonly now: () => number
  readonly version: string
  /** Wrong codes by address, wrong receipts by place: few, then a wait. */
  readonly codeAttempts: Attempts
  readonly receiptAttempts: Attempts
  /** Printed in the server's own terminal while it is empty; undefined once set up. */
  readonly setupCode: () => string | undefined
}

export interface Call {
  readonly body: unknown
  readonly params: Readonly<Record<string, string>>
  /** Address of the caller, for the counting of attempts; never logged nor kept. */
  readonly address: string
  readonly bearer: string | undefined
  /** As Node has it, its body unread when it is the bytes of a photo. */
  readonly request: IncomingMessage
  readonly reply: FastifyReply
}

export interface FramesAnswer {
  readonly head: z.ZodMiniType
  /** The first line of each page; the others are records. */
  readonly page: z.ZodMiniType
}

interface RouteShape {
  readonly method: 'GET' | 'POST' | 'HEAD' | 'PATCH'
  readonly url: `/v1/${string}`
  /** What it is for, in one line: this and the shapes below make `/openapi.json`. */
  readonly summary: string
  /** Shape of a JSON body; absent when there is none. */
  readonly body?: z.ZodMiniType
  /** JSON of this shape, bytes, frames (a head, then pages: `protocol/frames.ts`), or headers alone. */
  readonly answer: z.ZodMiniType | 'bytes' | 'headers' | FramesAnswer
  /** Status of success; 200 when absent. */
  readonly done?: 201 | 204
  /** True for an answer that does not end by itself: each piece of it leaves at once, as it is. */
  readonly isStanding?: true
  /** Requests a minute, by device, poster or address. */
  readonly perMinute: number
  /** Bytes of a body that is not JSON; such a route gets a Buffer. */
  readonly rawBytes?: number
}

/**
 * An endpoint and the identity it needs. The rule is part of the declaration: a route cannot be
 * written without saying who may call it, and the handler gets the identity already checked.
 */
export type Route = RouteShape &
  (
    | {
        readonly who: 'anyone'
        handle(call: Call, context: Context): Promise<unknown>
      }
    | {
        readonly who: 'device'
        /** True where a revoked device may still hand over what it wrote; it never reads. */
        readonly mayBeRevoked?: true
        /** Roles allowed; every role when absent. */
        readonly roles?: readonly Role[]
        handle(call: Call & { caller: EnrolledCaller }, context: Context): Promise<unknown>
      }
    | {
        readonly who: 'poster'
        handle(call: Call & { caller: PosterCaller }, context: Context): Promise<unknown>
      }
    | {
        readonly who: 'depositor'
        handle(
          call: Call & { caller: EnrolledCaller | PosterCaller },
          context: Context,
        ): Promise<unknown>
      }
  )

/** The body in the shape asked, or a refusal that names the first fault without quoting a value. */
export function readBody<T extends z.ZodMiniType>(shape: T, body: unknown): z.infer<T> {
  const parsed = shape.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue?.path.map(String).join('.') ?? ''
  // A rule of ours says what it refuses; the others are known by their place.
  const why = issue?.code === 'custom' ? ` ${issue.message}` : ''
  throw new Refusal({ kind: 'bad-request', detail: `${where || 'body'}${why}` })
}
