/**
 * As `Promise.all`, but a failure is told once everything asked has ended. What is asked of a transaction
 * must not come after its end: the pieces of a long insert that waited behind a failure would be written
 * alone, when the rest was taken back.
 */
export async function together<T extends readonly unknown[] | []>(
  asked: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(asked)
  return Promise.all(asked)
}

/** A long list in pieces, all asked in this breath, in their order. */
export async function inPieces<T>(
  items: readonly T[],
  length: number,
  ask: (some: readonly T[]) => Promise<unknown>,
): Promise<void> {
  const pieces: Promise<unknown>[] = []
  for (let at = 0; at < items.length; at += length) pieces.push(ask(items.slice(at, at + length)))
  await together(pieces)
}
