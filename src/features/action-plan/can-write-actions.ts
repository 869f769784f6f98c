import type { Role } from '#domain/rights/rights.ts'

/*
 * The screen only decides what it offers; the server decides what it takes, by bucket and at every
 * request (R-DRO-1).
 */
export function canWriteActions(role: Role): boolean {
  return role === 'officer' || role === 'quality-lead'
}

export function canReadActions(role: Role): boolean {
  return canWriteActions(role) || role === 'director'
}
