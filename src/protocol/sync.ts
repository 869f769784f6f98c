import * as z from 'zod/mini'
import { readCursors } from './cursor-text.ts'
import { QUARANTINE_REASONS } from './errors.ts'
import { LIMITS } from './limits.ts'

/** Version of the wire. The server takes older ones for 18 months (docs/sync.md). */
export const PROTOCOL = 1
export const OLDEST_PROTOCOL = 1

/** Of each bucket, seven bits of a number by byte, and none above 2^53. */
const LONGEST_CURSORS = Math.ceil((LIMITS.buckets * 8 * 4) / 3)

/** As they travel (`cursor-text.ts`); read as numbers. */
const cursorText = z.pipe(
  z.string().check(z.maxLength(LONGEST_CURSORS)),
  z.transform((text, context) => {
    const cursors = readCursors(text)
    if (cursors && cursors.length <= LIMITS.buckets) return cursors
    context.issues.push({ code: 'custom', input: text, message: 'not cursors' })
    return z.NEVER
  }),
)

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

export type PushRequest = z.infer<typeof pushRequest>

/**
 * `POST /v1/sync`, one round: the operations of this device go up, then the states of the buckets it
 * may read come down. Operations are read one by one by the server (`parse-op.ts`), so that a bad one
 * is quarantined and the others pass.
 */
export const syncRequest = z.strictObject({
  /** One too old may still push: only its pull is refused. */
  protocol: z.int().check(z.gte(0)),
  /** Epoch last seen, null at the first contact; may be left out where `pull.grants` tells it. */
  epoch: z.optional(z.nullable(z.string())),
  /** Absent when nothing waits and the server holds every number this device gave. */
  push: z.optional(pushRequest),
  /** Absent for a device that may only deposit. */
  pull: z.optional(
    z.strictObject({
      /** The tag of the rights this device last heard of; empty before the first answer. */
      grants: z.string().check(z.maxLength(64)),
      /**
       * Last sequence held of each bucket granted, in the order of their names: names would cost
       * more than all the rest of a round. None at all, or what they do not reach, is 0.
       */
      cursors: cursorText,
      /** Rows wanted; as many as an answer may hold when absent. */
      limit: z.optional(z.int().check(z.gte(1), z.lte(LIMITS.rowsPerPull))),
      /** True to hear what the buckets held to their heads must hold: at a start, then now and then. */
      sums: z.optional(z.boolean()),
      /** True to be sent whole records: what changed of one did not fit what this device holds. */
      whole: z.optional(z.boolean()),
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
  /** Absent when it is the one that `pull.grants` told. */
  epoch: z.optional(z.string()),
  serverTime: z.number(),
  push: z.object({
    /** Highest number the server holds from this device, or knows to be lost, without a hole. */
    last: z.int(),
    /** Highest number this device ever declared, when it is above `last`: what an erased one forgot. */
    declared: z.optional(z.int()),
    /** Numbers noted lost and never found, when there are any. */
    lost: z.optional(z.array(z.int())),
    outcomes: z._default(z.array(opOutcome), []),
  }),
  /** Names these rights under this epoch; a device gives it back with its cursors. Absent when it did. */
  tag: z.optional(z.string()),
  /** This device is revoked: it may still hand over what waits, and lets go of all the rest. */
  revoked: z.optional(z.literal(true)),
  /** The buckets this person may read, when not those of the tag asked. Empty never means erase. */
  grants: z.optional(z.record(z.string(), z.enum(['read', 'write']))),
  /** Heads of the buckets with more than was asked from; of all, when the tag asked is not this one. */
  news: z._default(z.record(z.string(), z.int()), {}),
  /** When asked: records and sum (`line-sum.ts`) of each bucket the cursor of which is its head. */
  sums: z.optional(z.record(z.string(), z.array(z.int()))),
  /** Addresses of photos announced by this device and not yet held by the server. */
  wanted: z._default(z.array(z.string()), []),
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
  /** Places of the lines that hold what changed since the cursor asked (`part-of-record.ts`). */
  parts: z.optional(z.array(z.int())),
  /** With `parts`: 64 bits of SHA-256 of those lines once whole, joined by newlines. */
  sum: z.optional(z.string()),
})
export type PageHead = z.infer<typeof pageHead>
