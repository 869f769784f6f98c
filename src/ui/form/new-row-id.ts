/**
 * The name of a row: the instant, so that rows are read in the order they were added, then chance, so
 * that two tablets never add the same one.
 */
export function newRowId(): string {
  const chance = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
  return `k${Date.now().toString(36)}${chance.toString(36).padStart(7, '0')}`
}
