/** Longer patterns are no check of an answer. */
const LONGEST_PATTERN = 200

const compiled = new Map<string, RegExp | undefined>()

/**
 * A pattern that must match the whole text; undefined when it cannot be read, or could run for ever.
 * A repeated group that itself holds a repetition or a choice, « (a+)+ », takes a time that doubles
 * at each letter: an imported form must not freeze a tablet, so such a pattern is refused whole.
 */
export function safePattern(pattern: string): RegExp | undefined {
  if (compiled.has(pattern)) return compiled.get(pattern)
  const made = isTame(pattern) ? compile(pattern) : undefined
  compiled.set(pattern, made)
  return made
}

function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u')
  } catch {
    return undefined // Not a pattern this engine reads: `checkForm` names it to who writes the form.
  }
}

function isTame(pattern: string): boolean {
  if (pattern.length > LONGEST_PATTERN) return false
  // What a class or an escape holds repeats nothing.
  const bare = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x')
  let repeats = 0
  const open: number[] = []
  for (let at = 0; at < bare.length; at += 1) {
    const sign = bare[at] ?? ''
    if (sign === '(') open.push(repeats)
    else if (sign === '|') repeats += 1
    else if (sign === ')') {
      const held = repeats - (open.pop() ?? 0)
      if (held > 0 && '*+{'.includes(bare[at + 1] ?? ' ')) return false
    } else if ('*+{'.includes(sign)) repeats += 1
  }
  // Two open repetitions side by side are squared, no worse; more of them are not written by hand.
  return (bare.match(/[*+]|\{\d*,\}/g)?.length ?? 0) <= 6
}
