import { type Expr, isCall, isRef, refsOf } from '#domain/form/expr.ts'
import { allQuestions, type Form, type Question } from '#domain/form/form.ts'
import { scaleOf } from '#domain/form/scales.ts'
import type { Text } from '#domain/shared/text.ts'
import type { ReportContext } from './report-context.ts'

/**
 * When a question is to be answered, on paper: « Seulement si A1 : Non. » What a pen cannot work out (a
 * calculation, a date) names the answers it hangs on.
 */
export function conditionInWords({ t, words }: ReportContext, form: Form, condition: Expr): string {
  const questions = new Map(allQuestions(form).map((question) => [question.id, question]))
  const what = said(condition)
  return what === undefined
    ? t('blankDepends', { list: refsOf(condition).join(', ') })
    : t('blankOnlyIf', { what })

  function said(expr: Expr): string | undefined {
    if (!isCall(expr)) return undefined
    const [first = null, second = null] = expr.of
    switch (expr.fn) {
      case 'and':
      case 'or': {
        const parts = expr.of.map(said)
        return parts.every((part) => part !== undefined)
          ? parts.join(t(expr.fn === 'and' ? 'blankAnd' : 'blankOr'))
          : undefined
      }
      case '=':
      case 'selected':
        return compared(first, second, 'blankIs')
      case '!=':
        return compared(first, second, 'blankIsNot')
      case 'not':
        return isCall(first) && (first.fn === '=' || first.fn === 'selected')
          ? compared(first.of[0] ?? null, first.of[1] ?? null, 'blankIsNot')
          : undefined
      default:
        return undefined
    }
  }

  function compared(left: Expr, right: Expr, key: 'blankIs' | 'blankIsNot'): string | undefined {
    if (!isRef(left) || typeof right === 'object') return undefined
    const question = questions.get(left.ref)
    const label = question && answersOf(question).find(({ code }) => code === right)?.label
    return t(key, { id: left.ref, answer: label ? words(label) : String(right) })
  }
}

function answersOf(question: Question): readonly { readonly code: string; readonly label: Text }[] {
  if (question.type === 'criterion') return scaleOf(question).steps
  return 'choices' in question ? question.choices : []
}
