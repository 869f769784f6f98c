import type { Role } from '#domain/rights/rights.ts'
import type { fr } from './fr.ts'

/** Name of a role in the texts of this feature. */
export const ROLE_KEYS: Record<Role, Extract<keyof typeof fr, `role${string}`>> = {
  officer: 'roleOfficer',
  porteur: 'rolePorteur',
  director: 'roleDirector',
  'quality-lead': 'roleQualityLead',
  declarant: 'roleDeclarant',
}
