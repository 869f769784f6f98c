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
  /** One too old may still push: only its pull is refused. */
  protocol: z.int().check(z.gte(0)),
  /** Epoch last seen, null at the first contact. */
  epoch: z.nullable(z.string()),
  push: pushRequest,
  /** Absent for a device that may only deposit. */
  pull: z.optional(
    z.strictObject({
      /** The tag of the rights this device last heard of; empty before the first answer. */
      grants: z.string().check(z.maxLength(64)),
      /**
       * Last sequence held of each bucket granted, in the order of their names: names would cost
       * more than all the rest of a round. An empty list, or what it does not reach, is 0.
       */
      cursors: z.array(z.int().check(z.gte(0))).check(z.maxLength(LIMITS.buckets)),
      limit: z.int().check(z.gte(1), z.lte(LIMITS.rowsPerPull)),
      /** True to hear what the buckets held to their heads must hold: at a start, then now and then. */
      sums: z.optional(z.boolean()),
    }),
  ),
})
export type SyncRequest = z.infer<typeof syncRequest>

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

/**
 * The first frame of an answer (`frames.ts`); the pages follow, one by frame: a line of `pageHead`,
 * then a line by record (`pack-record.ts`).
 */
export const syncHead = z.object({
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
  /** Names the rights of this moment; a device gives it back with its cursors. */
  tag: z.string(),
  /** This device is revoked: it may still hand over what waits, and lets go of all the rest. */
  revoked: z.optional(z.literal(true)),
  /** The buckets this person may read, when not those of the tag asked. Empty never means erase. */
  grants: z.optional(z.record(z.string(), z.enum(['read', 'write']))),
  /** Heads of the buckets with more than was asked from; of all, when the tag asked is not this one. */
  news: z.record(z.string(), z.int()),
  /** When asked: records and sum (`line-sum.ts`) of each bucket the cursor of which is its head. */
  sums: z.optional(z.record(z.string(), z.array(z.int()))),
  /** Addresses of photos announced by this device and not yet held by the server. */
  wanted: z.array(z.string()),
  /** Photos that records of the readable buckets name and that another device has yet to send. */
  expected: z.optional(z.array(z.string())),
})
export type SyncHead = z.infer<typeof syncHead>

export const pageHead = z.object({
  bucket: z.string(),
  /** The cursor once this page is kept; equal to the head when the bucket is complete. */
  upTo: z.int(),
  /** Sequence of each row in its bucket, in order. */
  seqs: z.array(z.int()),
})
export type PageHead = z.infer<typeof pageHead>
