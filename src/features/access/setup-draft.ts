import * as z from 'zod/mini'
import { SITE_KINDS } from '#domain/site/site.ts'
import type { SetupRequest } from '#protocol/access.ts'
import { keepChoice, readChoice } from '#ui/local-choice.ts'

const KEY = 'escale.setup-draft'

const homeDraft = z.object({
  /** Tells homes apart while they have no name yet. */
  key: z.number(),
  name: z.string(),
  kind: z.enum(SITE_KINDS),
  commune: z.string(),
  places: z.optional(z.number()),
  /** One unit a line. */
  units: z.string(),
})
export type HomeDraft = z.infer<typeof homeDraft>

const setupDraft = z.object({
  dispositif: z.string(),
  porteur: z.string(),
  officer: z.string(),
  homes: z.array(homeDraft),
})
export type SetupDraft = z.infer<typeof setupDraft>

export function emptyHome(key: number): HomeDraft {
  return { key, name: '', kind: 'ehpad', commune: '', units: '' }
}

/** What was typed before the page was closed. Nobody is enrolled yet, so it has no other place. */
export function readSetupDraft(): SetupDraft {
  const empty = { dispositif: '', porteur: '', officer: '', homes: [emptyHome(1)] }
  const stored = readChoice(KEY)
  if (!stored) return empty
  try {
    const parsed = z.safeParse(setupDraft, JSON.parse(stored))
    return parsed.success ? parsed.data : empty
  } catch {
    // Written by something else under our name: begin afresh.
    return empty
  }
}

export function keepSetupDraft(draft: SetupDraft): void {
  keepChoice(KEY, JSON.stringify(draft))
}

/** Forgets it once the dispositif exists. */
export function dropSetupDraft(): void {
  keepChoice(KEY, '')
}

/** Names of the fields still to fill in, in the order of the page. The setup code is apart. */
export function missingInSetup(draft: SetupDraft): readonly string[] {
  const empty = (['dispositif', 'porteur', 'officer'] as const).filter(
    (field) => draft[field].trim() === '',
  )
  const homes = draft.homes.filter(
    ({ name, commune, places, units }) =>
      name.trim() === '' ||
      commune.trim() === '' ||
      !isCount(places) ||
      linesOf(units).length === 0,
  )
  return [...empty, ...homes.map(({ key }) => `home-${key}`)]
}

/** The request of a draft that misses nothing. */
export function draftToRequest(
  draft: SetupDraft,
  given: { readonly setupCode: string; readonly timeZone: string; readonly startedOn: string },
): SetupRequest {
  return {
    ...given,
    setupCode: given.setupCode.trim(),
    dispositif: draft.dispositif.trim(),
    porteur: draft.porteur.trim(),
    officer: draft.officer.trim(),
    sites: draft.homes.map(({ name, kind, commune, places, units }) => ({
      name: name.trim(),
      kind,
      commune: commune.trim(),
      places: places ?? 0,
      units: linesOf(units),
    })),
  }
}

function isCount(places: number | undefined): boolean {
  return places !== undefined && Number.isInteger(places) && places >= 1 && places <= 2000
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
