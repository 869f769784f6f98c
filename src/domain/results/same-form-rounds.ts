import { type Filling, fillingDay } from '../filling/filling.ts'

type Compared = Pick<Filling, 'form' | 'formVersion' | 'edition'>

/**
 * The rounds one may set side by side: closed, on the same version of the same form (R-FOR-4), by home
 * in alphabetical order and then by day. Nothing is ever ranked by result: no league table (R-RES-1).
 */
export function sameFormRounds(
  fillings: readonly Filling[],
  of: Compared,
  nameOf: (site: string) => string,
): readonly Filling[] {
  return fillings
    .filter((each) => each.status === 'closed' && isSameForm(each, of))
    .sort(
      (a, b) =>
        nameOf(a.site).localeCompare(nameOf(b.site), 'fr') ||
        a.subject.localeCompare(b.subject, 'fr', { numeric: true }) ||
        (fillingDay(a) ?? '').localeCompare(fillingDay(b) ?? '') ||
        a.round - b.round,
    )
}

/** Whether answers to one may be compared with answers to the other. */
export function isSameForm(a: Compared, b: Compared): boolean {
  return a.form === b.form && a.formVersion === b.formVersion && a.edition === b.edition
}
