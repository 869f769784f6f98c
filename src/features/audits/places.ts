import type { Drafts } from '#data/workspace.ts'

/** Draft holding the question one was at. Kept at each move, so that a closed tab resumes there. */
export function placeKey(audit: string): string {
  return `place:${audit}`
}

/** Draft holding the audit last worked on: what « Reprendre » opens. */
export const LAST_AUDIT = 'last-audit'

export function placeOf(drafts: Drafts, audit: string): string | undefined {
  const place = drafts.get(placeKey(audit))
  return typeof place === 'string' ? place : undefined
}

/** Notes both at once; the caller reports a failure. */
export async function keepPlace(drafts: Drafts, audit: string, question: string): Promise<void> {
  await drafts.put(placeKey(audit), question)
  if (drafts.get(LAST_AUDIT) !== audit) await drafts.put(LAST_AUDIT, audit)
}

export async function leavePlace(drafts: Drafts, audit: string): Promise<void> {
  await drafts.drop(placeKey(audit))
  if (drafts.get(LAST_AUDIT) === audit) await drafts.drop(LAST_AUDIT)
}
