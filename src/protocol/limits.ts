/** Bounds of what crosses the wire (security.md §3; rule R-SYN-2). Client and server obey the same. */
export const LIMITS = {
  bodyBytes: 1_048_576,
  /** Nesting of a JSON body, counted before any recursive code reads it. */
  depth: 32,
  opsPerPush: 500,
  /** Numbers said lost at once; more are said at the next push. */
  lostPerPush: 1_000,
  /** A client stops filling a push at this size; one larger operation still travels alone. */
  pushBytes: 262_144,
  /** The unit a device commits: a cut costs at most one page. */
  rowsPerPage: 500,
  /** Rows of one answer, which a device reads as it comes and cuts when it has words to send. */
  rowsPerPull: 100_000,
  /** One page of an answer; a row is bounded by what an operation may carry. */
  frameBytes: 64 * 1_048_576,
  /** A porteur reads two buckets of each of forty homes; a country's does not fit one device. */
  buckets: 1_000,
  stringLength: 65_536,
  fieldsPerOp: 1_000,
  blobBytes: 8 * 1_048_576,
  photosPerRecord: 20,
  /** Photos a copied device says it still holds. */
  photosPerFork: 1_000,
  /** Photos of other devices still awaited, named in one answer. */
  expectedPerAnswer: 200,
  /** Photos of one device in a day of the server. */
  uploadBytesPerDay: 200 * 1_048_576,
  /** A chunk of a photo: the first ones, so that a poor link carries one in ten seconds, and the largest. */
  firstChunkBytes: 65_536,
  chunkBytes: 524_288,
} as const
