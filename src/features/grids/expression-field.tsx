import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Expr } from '#domain/form/expr.ts'
import { parseExpr } from '#domain/form/parse-expr.ts'
import { printExpr } from '#domain/form/print-expr.ts'
import { TextField } from '#ui/text-field.tsx'

interface ExpressionFieldProps {
  readonly label: string
  readonly value: Expr
  readonly onChange: (value: Expr) => void
}

/** An expression as it is written; what does not read yet stays typed, with the place it stops at. */
export function ExpressionField({ label, value, onChange }: ExpressionFieldProps) {
  const { t } = useTranslation('grids')
  const [typed, setTyped] = useState(() => printExpr(value))
  const parsed = parseExpr(typed)
  return (
    <TextField
      label={label}
      value={typed}
      multiline
      rows={2}
      spellCheck={false}
      autoCapitalize="off"
      onChange={(text) => {
        setTyped(text)
        const read = parseExpr(text)
        if (read.ok) onChange(read.value)
      }}
      hint={t('expressionHint')}
      error={
        parsed.ok
          ? undefined
          : t(`expression-${parsed.error.kind}`, {
              at: parsed.error.at + 1,
              found: parsed.error.found,
            })
      }
    />
  )
}
