import { useMayWrite, useWorkspace } from '#data/stores-context.ts'
import { bucketId } from '#domain/site/bucket.ts'

/** Whether this person may write the grids of the dispositif, as the server last said. */
export function useMayEdit(): boolean {
  const { profile } = useWorkspace()
  return useMayWrite(bucketId(profile.dispositif.id, 'grids'))
}
