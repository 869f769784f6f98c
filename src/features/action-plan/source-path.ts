import type { Action, ActionSource } from '#domain/action-plan/action.ts'
import { paths } from '#src/paths.ts'

const PATHS: Partial<Record<ActionSource, (id: string) => string>> = {
  audit: paths.auditResult,
  epp: paths.epp,
  tracer: paths.tracer,
  'adverse-event': paths.event,
}

/** Where the action was born; undefined when its source is not a record of the product. */
export function sourcePath({ source, sourceRecord }: Action): string | undefined {
  return sourceRecord === '' ? undefined : PATHS[source]?.(sourceRecord)
}
