import type { RecordId, SiteId } from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'
import type { Writer } from './workspace.ts'

/** Fields written at once: far below what one operation may carry (R-SYN-2). */
const FIELDS_AT_ONCE = 500

/** Begins an audit, an EPP or a traceur that is answered in part already, in as many saves as it takes. */
export async function beginFilling(
  writer: Writer,
  place: { readonly type: 'audit' | 'epp' | 'tracer'; readonly site: SiteId },
  fields: Fields,
  answered: Fields,
): Promise<RecordId> {
  const said = Object.entries(answered)
  const { id } = await writer.create(place.type, place.site, {
    ...fields,
    ...Object.fromEntries(said.slice(0, FIELDS_AT_ONCE)),
  })
  for (let from = FIELDS_AT_ONCE; from < said.length; from += FIELDS_AT_ONCE) {
    await writer.set(id, Object.fromEntries(said.slice(from, from + FIELDS_AT_ONCE)))
  }
  return id
}
