import type { DeviceId, DispositifId, SiteId } from '../shared/ids.ts'

/**
 * Classes of records, by who may read them. A record lives in exactly one bucket
 * `(scope, class)`; rights are given by bucket, so what a person may not read never leaves the
 * server. Sensitive parts are records of their own, not masked fields (ADR 003).
 *
 * - `config`: homes, people, settings of the dispositif; its scope is the dispositif.
 * - `grids`: grids the dispositif wrote, and their publications; its scope is the dispositif.
 * - `quality`: audits, EPP, traceurs, actions, visits of a home.
 * - `events`: adverse events of a home, never the name of who declared.
 * - `identity`: declarants who chose « le référent seul »; `named-identity`: those who also
 *   accept the direction.
 * - `figures`: numbers without a word of text, made by the server from the others, and
 *   indicator values; what the porteur reads.
 * - `receipts`: what a declaring device may know of its own declarations; its scope is the device.
 */
export const BUCKET_CLASSES = [
  'config',
  'grids',
  'quality',
  'events',
  'identity',
  'named-identity',
  'figures',
  'receipts',
] as const
export type BucketClass = (typeof BUCKET_CLASSES)[number]

declare const brand: unique symbol
/** `scope/class`, for instance `0190…/quality`. */
export type BucketId = string & { readonly [brand]: 'BucketId' }

export function bucketId(
  scope: SiteId | DispositifId | DeviceId,
  bucketClass: BucketClass,
): BucketId {
  return `${scope}/${bucketClass}` as BucketId
}

/** Reads a bucket name from the wire or the disk; undefined when it is not one. */
export function parseBucketId(
  text: string,
): { id: BucketId; scope: string; bucketClass: BucketClass } | undefined {
  const at = text.lastIndexOf('/')
  const scope = text.slice(0, at)
  const bucketClass = BUCKET_CLASSES.find((name) => name === text.slice(at + 1))
  if (at < 1 || scope.includes('/') || !bucketClass) return undefined
  return { id: text as BucketId, scope, bucketClass }
}
