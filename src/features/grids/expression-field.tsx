import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import type { Expr } from '#domain/form/expr.ts'
import { exprFaults } from '#domain/form/expr-faults.ts'
import { isGroup, type Question } from '#domain/form/form.ts'
import { parseExpr } from '#domain/form/parse-expr.ts'
import { printExpr } from '#domain/form/print-expr.ts'
import { draftText } from '#ui/form/drafted-text.tsx'
import { reportFailure } from '#ui/notices.ts'
import { TextField } from '#ui/text-field.tsx'

interface ExpressionFieldProps {
  readonly label: string
  /** Undefined while none is written yet. */
  readonly value: Expr | undefined
  /** Every question of the grid, that it may name. */
  readonly questions: readonly Question[]
  /** Where what does not read yet is kept. */
  readonly draftKey: string
  readonly onChange: (value: Expr) => void
}

/** An expression as it is written; what does not read yet stays typed, with the place it stops at. */
export function ExpressionField(props: ExpressionFieldProps) {
  const { label, value, questions, draftKey, onChange } = props
  const { drafts } = useWorkspace()
  const key = `grid:${draftKey}`
  const [typed, setTyped] = useState(() => draftText(drafts, key))
  const problemOf = useProblem(questions)
  const shown = typed ?? (value === undefined ? '' : printExpr(value))
  return (
    <TextField
      label={label}
      value={shown}
      multiline
      rows={2}
      spellCheck={false}
      autoCapitalize="off"
      onChange={(text) => {
        setTyped(text)
        const read = parseExpr(text)
        reportFailure(read.ok ? drafts.drop(key) : drafts.put(key, text))
        if (read.ok) onChange(read.value)
      }}
      // Once it reads, it is shown as it was understood.
      onBlur={() => typed !== undefined && parseExpr(typed).ok && setTyped(undefined)}
      hint={useTranslation('grids').t('expressionHint')}
      error={shown === '' ? undefined : problemOf(shown)}
    />
  )
}

/** What is wrong with an expression, in words: where it stops being read, or what it names. */
function useProblem(questions: readonly Question[]): (text: string) => string | undefined {
  const { t } = useTranslation('grids')
  return (text) => {
    const read = parseExpr(text)
    if (!read.ok) {
      const { kind, at, found } = read.error
      return t(`expression-${kind}`, { at: at + 1, found })
    }
    const known = {
      ids: new Set(questions.map(({ id }) => id)),
      groups: new Set(questions.filter(isGroup).map(({ id }) => id)),
    }
    const [fault] = exprFaults(read.value, known)
    if (!fault) return undefined
    switch (fault.kind) {
      case 'unknown-reference':
        return t('expression-unknown-reference', { found: fault.to })
      case 'unknown-function':
        return t('expression-unknown-function', { found: fault.fn })
      case 'arguments':
        return t('expression-arguments', { found: fault.fn })
      default:
        return t(`expression-${fault.kind}`)
    }
  }
}
