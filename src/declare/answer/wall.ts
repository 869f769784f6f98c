import type { IntakePlace } from '#protocol/intake.ts'

/** Where this phone reads and writes: the key of the home, the token of its wall. */
export interface Wall {
  readonly token: string
  readonly place: IntakePlace
}
