import type { Json } from '#domain/shared/json.ts'
import { isRecord, type JsonRecord } from '../is-record.ts'
import { EXTENSIONS, extension } from './extensions.ts'

/** What Escale wrote beside an element, some members of it. */
export function escaleMembers(element: JsonRecord, members: readonly string[]): JsonRecord {
  const written = extension(element, EXTENSIONS.escale)?.valueString
  if (typeof written !== 'string') return {}
  const read = parsed(written)
  return isRecord(read)
    ? Object.fromEntries(Object.entries(read).filter(([name]) => members.includes(name)))
    : {}
}

/** The extension that carries what FHIR has no place for; none when there is nothing. */
export function escaleExtension(members: Readonly<Record<string, unknown>>): readonly JsonRecord[] {
  const said = Object.entries(members).filter(([, value]) => value !== undefined)
  if (said.length === 0) return []
  return [{ url: EXTENSIONS.escale, valueString: JSON.stringify(Object.fromEntries(said)) }]
}

/** Extensions with these members beside what Escale already said there. */
export function withEscale(
  extensions: readonly JsonRecord[],
  members: Readonly<Record<string, unknown>>,
): readonly JsonRecord[] {
  if (Object.keys(members).length === 0) return extensions
  const written = extensions.find(({ url }) => url === EXTENSIONS.escale)?.valueString
  const known = typeof written === 'string' ? parsed(written) : undefined
  const others = extensions.filter(({ url }) => url !== EXTENSIONS.escale)
  const all = known !== undefined && isRecord(known) ? { ...known, ...members } : members
  return [...others, ...escaleExtension(all)]
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined // Someone wrote in it: it says nothing to Escale.
  }
}
