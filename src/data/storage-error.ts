/** Why the disk refused. `storage-full` is said to the person: text first, photos later. */
export type StorageErrorKind = 'storage-full' | 'storage-lost' | 'newer-version'

export class StorageError extends Error {
  override readonly name = 'StorageError'
  readonly kind: StorageErrorKind

  constructor(kind: StorageErrorKind, cause: unknown) {
    super(`The local store refused: ${kind}`, { cause })
    this.kind = kind
  }
}

/**
 * Names the expected refusals of IndexedDB; anything else is a bug and comes back unchanged. A quota
 * often shows only as the reason of an abort, hence the look inside.
 */
export function toStorageError(error: unknown): unknown {
  if (error instanceof StorageError) return error
  const names = errorNames(error)
  if (names.includes('QuotaExceededError')) return new StorageError('storage-full', error)
  if (names.includes('VersionError')) return new StorageError('newer-version', error)
  if (isLostConnection(error)) return new StorageError('storage-lost', error)
  return error
}

/**
 * WebKit drops the connection of a page left in the background; a new one works. Dexie says `OpenFailedError`, and
 * no reason inside, of one that was dropped before it had served.
 */
export function isLostConnection(error: unknown): boolean {
  const names = errorNames(error)
  return (
    names.at(-1) === 'OpenFailedError' ||
    names.some((name) =>
      ['UnknownError', 'InvalidStateError', 'DatabaseClosedError'].includes(name),
    )
  )
}

/** True when a row with that key is there already. */
export function isConstraint(error: unknown): boolean {
  return errorNames(error).includes('ConstraintError')
}

function errorNames(error: unknown): string[] {
  const names: string[] = []
  let at: unknown = error
  while (typeof at === 'object' && at !== null && names.length < 5) {
    if ('name' in at && typeof at.name === 'string') names.push(at.name)
    at = 'inner' in at ? at.inner : undefined
  }
  return names
}
