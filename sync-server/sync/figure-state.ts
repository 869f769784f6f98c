import { figureId } from '#domain/figures/figure.ts'
import { projectFigure } from '#domain/figures/project-figure.ts'
import { siteId } from '#domain/shared/ids.ts'
import type { Json } from '#domain/shared/json.ts'
import { bucketId, parseBucketId } from '#domain/site/bucket.ts'
import { canonicalJson } from '#protocol/hash-op.ts'
import type { Head } from '#protocol/head.ts'
import type { Hlc } from '#protocol/hlc.ts'
import { type RecordState, shownFields } from '#protocol/merge.ts'

/**
 * The figure of a record after its last operation, as a record of the home's `figures` bucket
 * signed by that operation; undefined when the figure is as it was, or there is none. A pure
 * function of the source and of the publication it was filled in with, which never changes (R-GRI-2), so
 * the replay of the log finds the same.
 */
export function figureState(
  source: RecordState,
  h: Hlc,
  before: RecordState | undefined,
  publication?: RecordState,
): RecordState | undefined {
  const bucket = parseBucketId(source.bucket)
  if (!bucket || bucket.bucketClass === 'figures') return undefined
  const figure = projectFigure(
    source.type,
    shownFields(source),
    publication?.type === 'grid-version' ? shownFields(publication) : undefined,
  )
  if (!figure) return undefined

  const f: Record<string, Head> = {}
  for (const [name, v] of Object.entries(figure.fields)) f[name] = { v, op: source.last, h }
  const next: RecordState = {
    id: figureId(source.id),
    type: figure.type,
    bucket: bucketId(siteId(bucket.scope), 'figures'),
    f,
    seen: {},
    last: source.last,
  }
  if (source.deleted) {
    // Also one that never was here: a device may hold it from before a backup was put back.
    return before?.deleted
      ? undefined
      : { ...(before ?? next), deleted: source.last, last: source.last }
  }
  return before && !before.deleted && sameValues(before, next) ? undefined : next
}

function sameValues(a: RecordState, b: RecordState): boolean {
  const names = Object.keys(a.f)
  return (
    names.length === Object.keys(b.f).length &&
    names.every((name) => Object.hasOwn(b.f, name) && sameJson(a.f[name]?.v, b.f[name]?.v))
  )
}

function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  return a === b || canonicalJson(a ?? null) === canonicalJson(b ?? null)
}
