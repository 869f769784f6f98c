import type { Form } from '#domain/form/form.ts'

/** How a response names the form it answers: the address an import had kept, else one of ours. */
export function canonicalOf(form: Form): string {
  const { url, version } = form.carried?.fhir ?? {}
  const address = typeof url === 'string' ? url : `urn:escale:form:${form.id}`
  return `${address}|${typeof version === 'string' ? version : form.version}`
}
