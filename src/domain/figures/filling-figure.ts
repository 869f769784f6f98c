import { rateCriteria } from '../epp/rate-criteria.ts'
import { answersOfFile, type Filling, readFilling } from '../filling/filling.ts'
import type { Form } from '../form/form.ts'
import { scoreHas } from '../form/has-score.ts'
import { progress } from '../form/progress.ts'
import { scoreForm } from '../form/score-form.ts'
import type { Fields, Json } from '../shared/json.ts'

/**
 * How far an audit, an EPP or a traceur is and what it scores, in codes and numbers alone (R-FIG-2).
 * `form` is the form of these answers, undefined when this build does not know it.
 */
export function fillingFigure(
  kind: 'audit' | 'epp' | 'tracer',
  fields: Fields,
  form: Form | undefined,
): Fields {
  const filling = readFilling('', '', fields)
  return {
    kind,
    round: filling.round,
    heldOn: filling.heldOn ?? null,
    status: filling.status,
    // An unknown form keeps its place in the counts, without a name nor a score.
    ...(form
      ? { form: form.id, formVersion: form.version, ...scoreFigure(form, filling, fields) }
      : { form: null, formVersion: null }),
  }
}

/** `won` and `outOf` by kind of form: R-FIG-2. */
function scoreFigure(form: Form, filling: Filling, fields: Fields): Record<string, Json> {
  if (form.kind === 'epp') {
    const files = filesOf(filling, fields)
    const rates = rateCriteria(form, files)
    const total = (read: (rate: (typeof rates)[number]) => number) =>
      rates.reduce((sum, rate) => sum + read(rate), 0)
    const asked = total(({ n, notApplicable, unanswered }) => n + notApplicable + unanswered)
    return {
      won: total(({ k }) => k),
      outOf: total(({ n }) => n),
      answered: asked - total(({ unanswered }) => unanswered),
      expected: asked,
      files: files.length,
    }
  }
  const { answered, expected } = progress(form, filling.answers)
  if (form.kind === 'tracer') {
    const { met, n, points } = scoreHas(form, filling.answers).total
    return { won: met, outOf: n, points, answered, expected }
  }
  const { won, outOf } = scoreForm(form, filling.answers).total
  return { won, outOf, answered, expected }
}

/** No round has more files than this; a number out of bounds would make the server count forever. */
const MOST_FILES = 500

function filesOf(filling: Filling, fields: Fields) {
  const declared = typeof fields.files === 'number' ? Math.trunc(fields.files) : 0
  const count = Math.min(MOST_FILES, Math.max(0, declared))
  return Array.from({ length: count }, (_, index) => answersOfFile(filling, index + 1))
}
