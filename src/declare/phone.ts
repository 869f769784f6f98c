import type { OutboxSender } from './outbox-sender.ts'
import type { PhoneStore } from './phone-store.ts'

/** All the platform the declaration needs, handed in once by `main.tsx`; tests hand in theirs. */
export interface Phone {
  readonly store: PhoneStore
  readonly outbox: OutboxSender
  readonly fetch: typeof globalThis.fetch
  /** Epoch ms. */
  readonly now: () => number
  /** A random UUID v4, for the envelope. */
  readonly randomUUID: () => string
  readonly randomBytes: (count: number) => Uint8Array
}
