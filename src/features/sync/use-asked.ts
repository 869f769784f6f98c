import { useEffect, useState } from 'react'
import type { Result } from '#domain/shared/result.ts'

/** What the server answered once, on opening; undefined before, and without the network. */
export function useAsked<T>(
  ask: () => Promise<Result<T, unknown>>,
  isWanted = true,
): T | undefined {
  const [answer, setAnswer] = useState<T>()
  useEffect(() => {
    if (!isWanted) return undefined
    let isHere = true
    ask().then(
      (result) => {
        if (isHere && result.ok) setAnswer(result.value)
      },
      (error: unknown) => {
        throw error
      },
    )
    return () => {
      isHere = false
    }
  }, [ask, isWanted])
  return answer
}
