import * as z from 'zod/mini'
import { QUARANTINE_REASONS } from './errors.ts'
import { LIMITS } from './limits.ts'

/** Version of the wire. The server takes older ones for 18 months (docs/sync.md). */
export const PROTOCOL = 1
export const OLDEST_PROTOCOL = 1

/** What goes up: operations of one device in a row, and where they stand among all it wrote. */
export const pushRequest = z.strictObject({
  /** Number of the first operation of `ops`. */
  from: z.int().check(z.gte(1)),
  /** Highest number this device ever gave: the server names what is missing below it. */
  declared: z.int().check(z.gte(0)),
  ops: z.array(z.unknown()).check(z.maxLength(LIMITS.opsPerPush)),
  /** Numbers just before `from` that this device gave and no longer holds: the queue moves on. */
  lost: z.optional(z.array(z.int()).check(z.maxLength(LIMITS.lostPerPush))),
})

/**
 * `POST /v1/sync`, one round: the operations of this device go up, then the states of the buckets it
 * may read come down. Operations are read one by one by the server (`parse-op.ts`), so that a bad one
 * is quarantined and the others pass.
 */
export const syncRequest = z.strictObject({
  protocol: z.int().check(z.gte(OLDEST_PROTOCOL)),
  /** Epoch last seen, null at the first contact. */
  epoch: z.nullable(z.string()),
  push: pushRequest,
  /** Absent for a device that may only deposit. */
  pull: z.optional(
    z.strictObject({
      /** Last sequence held, by bucket; a bucket not listed starts at 0. */
      cursors: z.record(z.string(), z.int().check(z.gte(0))),
      limit: z.int().check(z.gte(1), z.lte(LIMITS.rowsPerPull)),
    }),
  ),
})
export type SyncRequest = z.infer<typeof syncRequest>

const head = z.object({
  v: z.unknown(),
  op: z.string(),
  h: z.string(),
  was: z.optional(z.unknown()),
  awaits: z.optional(z.array(z.string())),
})

/** A record with the sequence it has in its bucket. */
export const pulledRow = z.object({
  seq: z.int(),
  id: z.string(),
  type: z.string(),
  bucket: z.string(),
  f: z.record(z.string(), head),
  x: z.optional(z.record(z.string(), z.array(head))),
  ends: z.optional(z.array(head)),
  deleted: z.optional(z.string()),
  /** Operations taken, by device; a figure has none of its own. */
  seen: z.record(z.string(), z.int()),
  last: z.string(),
})

export const OUTCOMES = ['applied', 'merged', 'conflict', 'quarantined'] as const

export const opOutcome = z.object({
  n: z.int(),
  outcome: z.enum(OUTCOMES),
  reason: z.optional(z.enum(QUARANTINE_REASONS)),
  /** Where its effect lies: the device keeps its own copy on top until it has pulled this far. */
  bucket: z.optional(z.string()),
  seq: z.optional(z.int()),
})
export type OpOutcome = z.infer<typeof opOutcome>

export const syncResponse = z.object({
  epoch: z.string(),
  serverTime: z.number(),
  push: z.object({
    /** Highest number the server holds from this device, or knows to be lost, without a hole. */
    last: z.int(),
    /** Highest number this device ever declared, when it is above `last`: what an erased one forgot. */
    declared: z.optional(z.int()),
    /** Numbers noted lost and never found, when there are any. */
    lost: z.optional(z.array(z.int())),
    outcomes: z.array(opOutcome),
  }),
  /** The buckets this person may read now. Empty is never an order to erase. */
  grants: z.record(z.string(), z.enum(['read', 'write'])),
  pages: z.array(
    z.object({
      bucket: z.string(),
      rows: z.array(pulledRow),
      /** The cursor once this page is kept; equal to `head` when the bucket is complete. */
      upTo: z.int(),
      head: z.int(),
    }),
  ),
  /** Addresses of photos announced by this device and not yet held by the server. */
  wanted: z.array(z.string()),
})
export type SyncResponse = z.infer<typeof syncResponse>
