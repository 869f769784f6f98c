/*
 * `POST /v1/listen`: an answer that does not end. Between two rounds, what changes in the buckets a device
 * reads comes down as it is kept, and the device keeps it as it keeps the pages of a round (docs/adr/046).
 *
 * It travels as frames (`frames.ts`). Each piece of news is a head that says how many pages follow, then
 * these pages; a frame of `QUIET` alone tells that the line is still open.
 */
import * as z from 'zod/mini'
import { syncHead } from './sync.ts'

export const newsHead = z.extend(syncHead, {
  /** Frames that follow before the next head. */
  pages: z.int().check(z.gte(1)),
})
export type NewsHead = z.infer<typeof newsHead>

export const QUIET = '.'

/** A word at least so often; whoever hears nothing for twice as long believes the line dead. */
export const QUIET_MS = 10_000
