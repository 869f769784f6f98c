import type { SetupRequest } from '#protocol/access.ts'

/** What the first-run assistant asks, but for its code. */
export function buildSetup(changed: Partial<SetupRequest> = {}): Omit<SetupRequest, 'setupCode'> {
  return {
    dispositif: 'Quatre maisons',
    timeZone: 'America/Guadeloupe',
    startedOn: '2026-01-05',
    porteur: 'Camille',
    officer: 'Dominique',
    sites: [
      {
        name: 'Les Acomats',
        kind: 'ehpad',
        commune: 'Les Abymes',
        places: 84,
        units: ['Gaïac'],
      },
    ],
    ...changed,
  }
}
