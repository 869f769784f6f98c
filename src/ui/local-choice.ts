/*
 * Small choices of this device (theme, hand, language). A browser that refuses storage throws on
 * the mere mention of it: the page must still open, to say so.
 */

/** What was chosen, or null. */
export function readChoice(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    // Refused by the browser: nothing was ever chosen here.
    return null
  }
}

/** Keeps a choice for the next visit, where the browser keeps anything. */
export function keepChoice(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Refused: the choice holds until the page is closed, and that is all it promised.
  }
}
