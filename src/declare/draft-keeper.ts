import type { Draft } from './draft.ts'
import type { PhoneStore } from './phone-store.ts'

export interface DraftKeeper {
  /** Keeps the latest words; a burst of keys costs one write at a time, the last one always. */
  keep(draft: Draft): void
  /** Nothing written after this: waits for the write under way, forgets the one to come. */
  stop(): Promise<void>
}

/**
 * Writes the draft behind the typing. A write still waiting when the declaration is sealed would
 * bring readable words back on the phone: `stop` comes first (security.md D4).
 */
export function createDraftKeeper(
  store: Pick<PhoneStore, 'keepDraft'>,
  onFailure: (error: unknown) => void,
): DraftKeeper {
  let next: Draft | undefined
  let running: Promise<void> | undefined

  async function run() {
    while (next) {
      const draft = next
      next = undefined
      await store.keepDraft(draft)
    }
  }

  return {
    keep(draft) {
      next = draft
      running ??= run()
        .catch(onFailure)
        .finally(() => {
          running = undefined
        })
    },
    async stop() {
      next = undefined
      await running
    },
  }
}
