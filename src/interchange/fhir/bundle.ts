import type { Json } from '#domain/shared/json.ts'
import { isRecord, type JsonRecord } from '../is-record.ts'
import type { Notes } from '../notes.ts'
import { listOf, textOf } from './extensions.ts'

/** The resources of a FHIR bundle, or of a bare list of them; undefined for anything else. */
export function resourcesIn(value: Json): readonly JsonRecord[] | undefined {
  if (Array.isArray(value)) {
    const found = value.filter(isRecord)
    return found.length > 0 && found.every(isResource) ? found : undefined
  }
  if (!isRecord(value) || value.resourceType !== 'Bundle') return undefined
  return listOf(value.entry)
    .filter(isRecord)
    .flatMap(({ resource }) => (isRecord(resource) ? [resource] : []))
}

function isResource({ resourceType }: JsonRecord): boolean {
  return typeof resourceType === 'string'
}

/**
 * The one questionnaire that is read of several resources, else the one set of answers. The value sets
 * that came beside it go inside it, so that it leaves whole.
 */
export function chosenResource(
  resources: readonly JsonRecord[],
  notes: Notes,
): JsonRecord | undefined {
  const ofType = (type: string) => resources.filter((each) => each.resourceType === type)
  const questionnaires = ofType('Questionnaire')
  const several = questionnaires.length > 0 ? questionnaires : ofType('QuestionnaireResponse')
  const [first] = several
  if (!first) return undefined
  if (several.length > 1) {
    const title = textOf(first.title) || textOf(first.name) || textOf(first.questionnaire) || '1'
    notes.add(
      'lost',
      'one-of-bundle',
      { file: true },
      {
        count: String(several.length),
        title,
      },
    )
  }
  return questionnaires.length > 0 ? withValueSets(first, ofType('ValueSet')) : first
}

function withValueSets(questionnaire: JsonRecord, sets: readonly JsonRecord[]): JsonRecord {
  const ids = new Map<string, string>()
  const inside: JsonRecord[] = []
  for (const [at, set] of sets.entries()) {
    const url = textOf(set.url)
    if (url === '' || !JSON.stringify(questionnaire).includes(url)) continue
    const id = textOf(set.id) || `valeurs-${at + 1}`
    ids.set(url, `#${id}`)
    inside.push({ ...set, id })
  }
  if (inside.length === 0) return questionnaire
  const pointed = (items: readonly Json[]): readonly Json[] =>
    items.map((item) => {
      if (!isRecord(item)) return item
      const [url = ''] = textOf(item.answerValueSet).split('|')
      const local = ids.get(url)
      return {
        ...item,
        ...(local === undefined ? {} : { answerValueSet: local }),
        ...(Array.isArray(item.item) ? { item: [...pointed(item.item)] } : {}),
      }
    })
  return {
    ...questionnaire,
    contained: [...listOf(questionnaire.contained), ...inside],
    item: [...pointed(listOf(questionnaire.item))],
  }
}
