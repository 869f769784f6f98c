import * as z from 'zod/mini'

/** `PUT /v1/blobs/:sha256`: the photo as the server verified it, its type told by its first bytes. */
export const blobResponse = z.object({ sha256: z.string(), size: z.int(), mime: z.string() })
