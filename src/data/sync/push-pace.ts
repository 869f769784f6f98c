import { LIMITS } from '#protocol/limits.ts'

/** How many operations the next push carries at most; one for all the rounds of a tab. */
export interface PushPace {
  /** The most that is allowed, until a push failed. */
  ops?: number
}

/** A push that takes longer is on a link where a shorter one is worth more. */
const BRISK_MS = 2_000

export function opsAtOnce({ ops }: PushPace): number {
  return ops ?? LIMITS.opsPerPush
}

/** Half of what was sent is what the next push carries. */
export function halve(pace: PushPace, sent: number): void {
  pace.ops = Math.max(1, Math.floor(sent / 2))
}

/**
 * What a push taught of the link. One that was cut or went unanswered after a while is halved: whole,
 * it could be cut for ever. One refused at once says that there is no link, and nothing of its size. One
 * answered soon is doubled.
 */
export function learn(
  pace: PushPace,
  { sent, arrived, tookMs }: { sent: number; arrived: boolean; tookMs: number },
): void {
  const isBrisk = tookMs < BRISK_MS
  if (!arrived && !isBrisk && sent > 0) halve(pace, sent)
  if (arrived && isBrisk) pace.ops = Math.min(LIMITS.opsPerPush, 2 * opsAtOnce(pace))
}
