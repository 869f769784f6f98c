import { findPersonalData } from './personal-data-guard.ts'

/** What stands in place of what was hidden: it says so, and cannot be read as a fact. */
export const MASK = '[…]'

/**
 * The text without what looks like a name, a room, a birth date or a telephone (R-EI-13). For the
 * documents that leave the home: the regional agency's bears no name of a resident nor of a
 * professional (CSP R.1413-70). A name written without « M. » or « Mme » is not seen: a person reads
 * the document again before it goes.
 */
export function maskPersonalData(text: string): string {
  let masked = ''
  let from = 0
  for (const { start, end } of findPersonalData(text)) {
    masked += text.slice(from, start) + MASK
    from = end
  }
  return masked + text.slice(from)
}
