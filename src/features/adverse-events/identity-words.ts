import type { AdverseEvent } from '#domain/adverse-event/adverse-event.ts'

export const IDENTITY_WORDS = {
  anonymous: 'identityAnonymous',
  confidential: 'identityConfidential',
  nominative: 'identityNominative',
} as const satisfies Record<AdverseEvent['identity'], string>
