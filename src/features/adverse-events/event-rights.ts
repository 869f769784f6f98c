import type { Role } from '#domain/rights/rights.ts'

/*
 * The screen only decides what it offers; the server decides what it takes and what it sends, by
 * bucket and at every request (R-DRO-1).
 */
export function canReadEvents(role: Role): boolean {
  return role === 'officer' || role === 'director' || role === 'quality-lead'
}

/** Triage, analysis, answer, closing. */
export function canTreatEvents(role: Role): boolean {
  return role === 'quality-lead'
}

export function canMakeActions(role: Role): boolean {
  return role === 'quality-lead' || role === 'officer'
}
