import { diff3Merge, diffComm } from 'node-diff3'

/** A run of words of one text: found in the other one too, or in this one alone. */
export interface Run {
  readonly words: string
  readonly differs: boolean
}

/** What a text has that the other has not, word by word. */
export function runsOf(text: string, other: string): readonly Run[] {
  return diffComm(wordsOf(text), wordsOf(other)).flatMap((part): readonly Run[] => {
    if (part.common) return [{ words: part.common.join(''), differs: false }]
    const own = (part.buffer1 ?? []).join('')
    return own === '' ? [] : [{ words: own, differs: true }]
  })
}

/**
 * A third version that keeps what each added to the text both began with; where the two changed the
 * same words, both follow each other, and `clashes` says so: a person reads it before it is kept.
 * Undefined when the two did not begin with the same text, for then a word that one never had would
 * look as if it had been taken away.
 */
export function proposeText(
  one: { readonly text: string; readonly was: unknown },
  other: { readonly text: string; readonly was: unknown },
): { readonly text: string; readonly clashes: boolean } | undefined {
  const { was } = one
  if (typeof was !== 'string' || was !== other.was) return undefined
  const blocks = diff3Merge(wordsOf(one.text), wordsOf(was), wordsOf(other.text), {
    excludeFalseConflicts: true,
  })
  const clashes = blocks.some(({ conflict }) => conflict !== undefined)
  const text = blocks
    .flatMap(({ ok, conflict }) => ok ?? joined(conflict?.a ?? [], conflict?.b ?? []))
    .join('')
    .trim()
  return text === one.text || text === other.text ? undefined : { text, clashes }
}

/** Both texts, one after the other: nothing is left out, whatever they began with. */
export function bothTexts(one: string, other: string): string {
  return `${one.trim()}\n${other.trim()}`
}

function joined(a: readonly string[], b: readonly string[]): readonly string[] {
  const needsSpace = a.length > 0 && b.length > 0 && !/\s$/.test(a.at(-1) ?? '')
  return needsSpace ? [...a, ' ', ...b] : [...a, ...b]
}

function wordsOf(text: string): string[] {
  return text.split(/(\s+)/).filter((word) => word !== '')
}
