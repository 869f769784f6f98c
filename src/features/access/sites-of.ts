import type { Fields } from '#domain/shared/json.ts'

/** The homes a record of the directory names. */
export function sitesOf({ sites }: Fields): readonly string[] {
  return Array.isArray(sites) ? sites.filter((id) => typeof id === 'string') : []
}
