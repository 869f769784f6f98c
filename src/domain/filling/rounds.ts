import type { Filling } from './filling.ts'

/**
 * What tells one campaign from another: the same grid at the same home, on the same premises or the same
 * person where the grid looks at one.
 */
type Campaign = Pick<Filling, 'site' | 'form'> & Partial<Pick<Filling, 'subject'>>

/** The round a new filling opens: one after the last of that form at that home, 1 for the first. */
export function nextRound(fillings: readonly Filling[], campaign: Campaign): number {
  return 1 + Math.max(0, ...ofCampaign(fillings, campaign).map(({ round }) => round))
}

/** A filling of that form left open at that home: one resumes it rather than beginning another. */
export function openFilling(fillings: readonly Filling[], campaign: Campaign): Filling | undefined {
  return ofCampaign(fillings, campaign).find(({ status }) => status === 'draft')
}

/**
 * The round to compare with: the latest closed before this one, whatever its version, for its
 * answers are read by question and a criterion that did not exist then has none.
 */
export function previousRound(
  fillings: readonly Filling[],
  of: Campaign & Pick<Filling, 'round' | 'id'>,
): Filling | undefined {
  return ofCampaign(fillings, of)
    .filter(({ id, status, round }) => id !== of.id && status === 'closed' && round < of.round)
    .sort((a, b) => b.round - a.round)[0]
}

function ofCampaign(
  fillings: readonly Filling[],
  { site, form, subject = '' }: Campaign,
): readonly Filling[] {
  return fillings.filter(
    (each) =>
      each.site === site && each.form === form && sameWords(each.subject) === sameWords(subject),
  )
}

/** « Cuisine » and « cuisine » are one place. */
function sameWords(subject: string): string {
  return subject.trim().replace(/\s+/g, ' ').toLocaleLowerCase('fr')
}

/** What this grid has looked at in this home, each once as last written, in alphabetical order. */
export function subjectsSeen(
  fillings: readonly Filling[],
  { site, form }: Pick<Filling, 'site' | 'form'>,
): readonly string[] {
  const seen = new Map<string, string>()
  for (const each of fillings) {
    if (each.site === site && each.form === form && each.subject !== '') {
      seen.set(sameWords(each.subject), each.subject.trim())
    }
  }
  return [...seen.values()].sort((a, b) => a.localeCompare(b, 'fr', { numeric: true }))
}
