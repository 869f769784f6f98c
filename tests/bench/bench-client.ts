export interface ListAsked {
  readonly scope: string
  readonly status: string
}

/** What both stores do for the bench, each in its own way. */
export interface BenchClient {
  /** Forgets all that was received. */
  reset(): Promise<void>
  /** Ready to list. */
  open(): Promise<void>
  close(): Promise<void>
  /** What was written goes up, what changed comes down; everything is on disk when it resolves. */
  sync(): Promise<void>
  /** Writes one field; on disk when it resolves. */
  edit(id: string, text: string): Promise<void>
  count(): Promise<number>
  /** The latest events of a home in one state, with their facts read. */
  recent(asked: ListAsked, limit: number): Promise<readonly string[]>
  /** Counts events by home and state; gives the total. */
  group(scopes: readonly string[], statuses: readonly string[]): Promise<number>
  /** A round, until the note of a record is this on disk and in memory; `ended` is all of it. */
  syncUntil(id: string, text: string): Promise<{ readonly ended: Promise<void> }>
  /**
   * Resolves once the note of a record is this, on disk and in memory; asks nothing: it comes by itself.
   * Undefined where nothing does.
   */
  readonly heard?: (id: string, text: string) => Promise<void>
  /** Whether what others write comes by itself after the next round, which this makes. */
  readonly listen?: (isOn: boolean) => Promise<void>
}
