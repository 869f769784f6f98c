const CODES: readonly unknown[] = ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE']

/** True when the caller went away in the middle of a body, theirs or ours: nobody is at fault. */
export function callerLeft(error: unknown): boolean {
  return error instanceof Error && 'code' in error && CODES.includes(error.code)
}
