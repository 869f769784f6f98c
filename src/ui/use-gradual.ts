import { startTransition, useEffect, useState } from 'react'

/** Rows of a first drawing: a page of a thousand opens as fast as one of forty. */
const AT_ONCE = 40
/** Each drawing adds half of what is there: few of them, none long. */
const GROWTH = 1.5

/**
 * How many of `total` rows to draw now: the first ones at once, the others little by little, each time
 * giving way to a tap. What follows a drawing lives outside React, hence the effect.
 */
export function useGradual(total: number): number {
  const [drawn, setDrawn] = useState(AT_ONCE)
  useEffect(() => {
    if (drawn >= total) return
    const timer = setTimeout(() => startTransition(() => setDrawn(Math.ceil(drawn * GROWTH))))
    return () => clearTimeout(timer)
  }, [drawn, total])
  return Math.min(drawn, total)
}

/** The sections that hold the first so many questions, the last of them in part; an empty one stays in its place. */
export function firstOf<S extends { readonly questions: readonly unknown[] }>(
  sections: readonly S[],
  count: number,
): readonly S[] {
  let left = count
  return sections.flatMap((section) => {
    if (left <= 0 && section.questions.length > 0) return []
    const questions = section.questions.slice(0, left)
    left -= questions.length
    return [{ ...section, questions }]
  })
}
