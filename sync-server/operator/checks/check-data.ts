import { join } from 'node:path'
import { createBlobFiles } from '../../blobs/blob-files.ts'
import type { StoreReader } from '../../store/kysely/kysely-store.ts'
import { bucketCounters } from './bucket-counters.ts'
import type { Check, Finding, Ground } from './check.ts'
import { fileIntegrity } from './file-integrity.ts'
import { heldPhotos } from './held-photos.ts'
import { loggedOperations } from './logged-operations.ts'
import { replayedRecords } from './replayed-records.ts'

/** Checks of the data file alone, in the order that explains most: a broken page breaks the rest. */
export const FILE_CHECKS: readonly Check[] = [
  fileIntegrity,
  loggedOperations,
  bucketCounters,
  replayedRecords,
]

export const ALL_CHECKS: readonly Check[] = [...FILE_CHECKS, heldPhotos]

/** Runs checks on one moment of the data; photos are looked for below `dataFolder`. */
export async function checkData(
  data: StoreReader,
  {
    checks,
    dataFolder,
    progress,
  }: { checks: readonly Check[]; dataFolder: string; progress: (line: string) => void },
): Promise<readonly Finding[]> {
  const blobFiles = createBlobFiles(join(dataFolder, 'photos'))
  return data.read(async (session) => {
    const ground = { session, blobFiles, progress, integrityFaults: data.integrityFaults }
    const findings: Finding[] = []
    for (const check of checks) findings.push(await runToTheEnd(check, ground))
    return findings
  })
}

/** Data so damaged that they cannot be read are a fault like another: the other checks still speak. */
async function runToTheEnd(check: Check, ground: Ground): Promise<Finding> {
  try {
    return await check.run(ground)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { checked: check.title, faults: [`cette vérification s’est arrêtée : ${detail}`] }
  }
}
