/**
 * Outcome of something that may fail in an expected way: a parser, an import, a round with the
 * server. Bugs are not outcomes: they throw and reach the error boundary.
 */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E }

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

export function fail<E>(error: E): { ok: false; error: E } {
  return { ok: false, error }
}
