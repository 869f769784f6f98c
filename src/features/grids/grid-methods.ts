import type { Form, FormKind, Method } from '#domain/form/form.ts'
import type { fr } from './fr.ts'

interface GridMethod {
  readonly code: string
  readonly kind: FormKind
  readonly method?: Method
  readonly key: keyof typeof fr
}

/** What one may write a grid for, in the words of the field: a kind of form and what is done with it. */
export const GRID_METHODS: readonly GridMethod[] = [
  { code: 'audit', kind: 'audit', key: 'method-audit' },
  { code: 'epp', kind: 'epp', key: 'method-epp' },
  { code: 'tracer', kind: 'tracer', key: 'method-tracer' },
  ...withMethod('audit', ['targeted-tracer', 'system-audit', 'self-evaluation']),
  ...withMethod('epp', ['experience']),
]

/** The method of a grid, by its code here; that of its kind for one this list does not offer. */
export function methodOfGrid({ kind, method }: Pick<Form, 'kind' | 'method'>): string {
  const found = GRID_METHODS.find((each) => each.kind === kind && each.method === method)
  return found?.code ?? kind
}

function withMethod(kind: FormKind, methods: readonly Method[]): readonly GridMethod[] {
  return methods.map((method) => ({ code: method, kind, method, key: `method-${method}` }))
}
