import * as z from 'zod/mini'
import { syncRequest } from './sync.ts'

/** What opens a standing answer (`listen.ts`); apart, so that a device does not load what only a server reads. */
export const listenRequest = z.strictObject({
  protocol: syncRequest.shape.protocol,
  /** As of a round that has just ended: the rights it told, and the cursors it left. */
  pull: z.pick(syncRequest.shape.pull.def.innerType, { grants: true, cursors: true }),
})
