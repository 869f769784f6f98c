import type { Form } from '#domain/form/form.ts'

/** The words of what one line of answers is about; in a round of EPP, persons come one a row. */
export function unitKey({ kind, unit }: Pick<Form, 'kind' | 'unit'>) {
  return unit === 'person' && kind === 'epp' ? 'unit-persons' : (`unit-${unit}` as const)
}
