import { deviceId } from '#domain/shared/ids.ts'
import { browserEnv } from '../env.ts'
import { listProfiles, readCredential } from '../profiles.ts'
import type { Workspace } from '../workspace.ts'
import { openCopyShelf } from './copy-shelf.ts'
import { keepSecondCopy } from './keep-second-copy.ts'
import { operationsLeft, recoverCopies } from './recover-copies.ts'

/** Hands over the copies of what is gone, then keeps that of what waits here. */
export async function watchSecondCopy(workspace: Workspace): Promise<void> {
  const shelf = openCopyShelf()
  if (!shelf) return
  await recoverCopies({ workspace, shelf, isHere })
  keepSecondCopy(workspace, shelf)
}

/** Operations of erased devices of this browser, which will leave with the next person enrolled. */
export async function countOperationsLeft(): Promise<number> {
  const shelf = openCopyShelf()
  return shelf ? operationsLeft(shelf, isHere) : 0
}

async function isHere(device: string): Promise<boolean> {
  const profiles = await listProfiles()
  if (!profiles.some((profile) => profile.device === device)) return false
  return (await readCredential(deviceId(device), browserEnv())) !== undefined
}
