import type { BlobFiles } from '../../blobs/blob-files.ts'
import type { Session } from '../../store/store.ts'

/** What checks look at: one moment of the data, and the photos beside. */
export interface Ground {
  readonly session: Session
  readonly blobFiles: BlobFiles
  /** Faults of the file itself, in the engine's words. */
  integrityFaults(): readonly string[]
  /** How far a long check is: « 12 000 opérations relues ». */
  progress(line: string): void
}

/** What a check found: what it looked at, and each fault in words an operator can repeat on the phone. */
export interface Finding {
  readonly checked: string
  readonly faults: readonly string[]
  /** What must be known and is no fault of these data. */
  readonly notes?: readonly string[]
}

export interface Check {
  /** Said when the check could not go to its end. */
  readonly title: string
  run(ground: Ground): Promise<Finding>
}

/** `12 000 fiches`, `1 fiche`: a count with its noun. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('fr-FR').replace(/\s/g, ' ')} ${count < 2 ? one : many}`
}
