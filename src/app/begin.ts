import { openWorkspace } from '#data/open-workspace.ts'
import { currentProfile } from '#data/profiles.ts'
import { StorageError } from '#data/storage-error.ts'
import type { Start } from './app.tsx'
import type { Blocked } from './blocked-screen.tsx'

/**
 * Asks the device how to begin: whether it may keep anything, who uses it, what they have here. The
 * network is asked only when nobody is enrolled, so that a round begins without it.
 */
export async function begin(): Promise<Start> {
  if (!isSecureContext) return { kind: 'blocked', reason: 'insecure' }
  // Private windows of some browsers have the name and refuse the use: hence a real attempt.
  const reading = await currentProfile().then(
    (profile) => ({ profile }),
    () => undefined,
  )
  if (!reading) return { kind: 'blocked', reason: 'noStorage' }
  if (!reading.profile) return { kind: 'nobody', needsSetup: await serverIsEmpty() }
  return openWorkspace(reading.profile).then(
    (workspace) => ({ kind: 'ready', workspace }),
    (error: unknown) => ({ kind: 'blocked', reason: reasonOf(error) }),
  )
}

async function serverIsEmpty(): Promise<boolean> {
  const { fetchServerStatus } = await import('#data/access.ts')
  const status = await fetchServerStatus()
  return status.ok && status.value.needsSetup
}

function reasonOf(error: unknown): Blocked {
  return error instanceof StorageError && error.kind === 'newer-version'
    ? 'newerData'
    : 'openFailed'
}
