/**
 * Hybrid logical clock. It only picks which of two concurrent values is shown first; it never
 * decides whether data lives (docs/sync.md, invariant I2). A stamp sorts as text:
 * 12 hexadecimal digits of milliseconds, 4 of counter.
 */
declare const brand: unique symbol
export type Hlc = string & { readonly [brand]: 'Hlc' }

const SHAPE = /^[0-9a-f]{16}$/
const MAX_MS = 0xffff_ffff_ffff
const MAX_COUNTER = 0xffff

export function parseHlc(text: string): Hlc | undefined {
  return SHAPE.test(text) ? (text as Hlc) : undefined
}

/** The stamp of an instant, before anything else was stamped in that millisecond. */
export function hlcAt(epochMs: number, counter = 0): Hlc {
  const ms = Math.min(Math.max(0, Math.floor(epochMs)), MAX_MS)
  return (ms.toString(16).padStart(12, '0') + counter.toString(16).padStart(4, '0')) as Hlc
}

export function hlcMs(stamp: Hlc): number {
  return Number.parseInt(stamp.slice(0, 12), 16)
}

/** The next stamp of a device: never before its last one, whatever the wall clock says. */
export function nextHlc(last: Hlc | undefined, nowMs: number): Hlc {
  const wall = hlcAt(nowMs)
  if (!last || wall > last) return wall
  const counter = Number.parseInt(last.slice(12), 16)
  return counter < MAX_COUNTER ? hlcAt(hlcMs(last), counter + 1) : hlcAt(hlcMs(last) + 1)
}

/** The stamp other devices see: a clock in the future is brought back to the hour of receipt. */
export function effectiveHlc(stamp: Hlc, receivedAtMs: number): Hlc {
  return hlcMs(stamp) > receivedAtMs
    ? hlcAt(receivedAtMs, Number.parseInt(stamp.slice(12), 16))
    : stamp
}
