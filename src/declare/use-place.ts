import { useCallback, useEffect, useState } from 'react'
import type { IntakePlace } from '#protocol/intake.ts'
import type { Draft } from './draft.ts'
import { type FoundPlace, findPlace, refreshPlace } from './find-place.ts'
import type { Phone } from './phone.ts'

export type Start =
  | { readonly kind: 'loading' }
  | Exclude<FoundPlace, { kind: 'found' }>
  | {
      readonly kind: 'ready'
      readonly token: string
      /** Every wall known to this phone, the current one among them. */
      readonly places: ReadonlyMap<string, IntakePlace>
      /** What someone left unfinished less than thirty minutes ago. */
      readonly leftBehind: Draft | undefined
    }

/** Where this phone declares for, from its own memory first; the network completes it later. */
export function usePlace(phone: Phone, scanned: string): { start: Start; retry: () => void } {
  const [start, setStart] = useState<Start>({ kind: 'loading' })
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is the reason to run again.
  useEffect(() => {
    let gone = false
    async function begin() {
      const found = await findPlace(scanned, phone)
      const [places, leftBehind] = await Promise.all([
        phone.store.places(),
        phone.store.draft(phone.now()),
      ])
      if (gone) return
      if (found.kind !== 'found') return setStart(found)
      setStart({
        kind: 'ready',
        token: found.token,
        places,
        leftBehind: leftBehind && places.has(leftBehind.token) ? leftBehind : undefined,
      })
      const fresh = await refreshPlace(found.token, phone)
      if (gone || fresh.kind !== 'found') return
      setStart((now) =>
        now.kind === 'ready'
          ? { ...now, places: new Map(now.places).set(fresh.token, fresh.place) }
          : now,
      )
    }
    begin().catch(() => {
      if (!gone) setStart({ kind: 'needs-network' })
    })
    return () => {
      gone = true
    }
  }, [phone, scanned, attempt])

  const retry = useCallback(() => setAttempt((count) => count + 1), [])
  return { start, retry }
}
