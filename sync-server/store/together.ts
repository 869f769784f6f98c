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
