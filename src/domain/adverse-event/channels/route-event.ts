import { evaluateExpr, holds } from '../../form/evaluate-expr.ts'
import type { Answers } from '../../form/form.ts'
import { visibleQuestions } from '../../form/relevance.ts'
import type { Json } from '../../shared/json.ts'
import type { OutbreakKind } from '../outbreaks/outbreak-thresholds.ts'
import type { Channel } from './channel.ts'
import { CHANNEL_TABLE } from './channel-table.ts'
import { ROUTING_FORM } from './routing-questions.ts'

/**
 * The channels that apply to an event, in the table's order. `answers` are those of the routing
 * questions; `outbreaks` the thresholds its home has reached with it, counted from the declarations.
 * An answer to a question no longer asked decides nothing (R-FOR-1). Rule R-EI-10.
 */
export function routeEvent(
  answers: Answers,
  outbreaks: readonly OutbreakKind[] = [],
): readonly Channel[] {
  const asked = new Set(visibleQuestions(ROUTING_FORM, answers).map(({ id }) => id))
  const seen = new Map<string, Json>([...answers].filter(([id]) => asked.has(id)))
  seen.set('threshold', outbreaks)
  const scope = { read: (id: string) => seen.get(id) ?? null, rows: () => [], today: undefined }
  return CHANNEL_TABLE.filter(({ applies }) => holds(evaluateExpr(applies, scope)))
}
