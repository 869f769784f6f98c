import { type Expr, ref } from '#domain/form/expr.ts'
import type { Form, Question, Section } from '#domain/form/form.ts'
import { isExpr } from '#domain/form/read-form.ts'
import type { Json } from '#domain/shared/json.ts'
import type { Language } from '#domain/shared/text.ts'
import { both } from '../expressions/formulas.ts'
import { unreadWords } from '../fault-words.ts'
import { FreshIds } from '../fit-id.ts'
import { isRecord, type JsonRecord } from '../is-record.ts'
import type { Notes } from '../notes.ts'
import { buildItem } from './build-item.ts'
import { readEnableWhen } from './enable-when.ts'
import { escaleMembers } from './escale-extension.ts'
import { EXTENSIONS, expressionOf, extensionsOf, listOf, textOf } from './extensions.ts'
import { fhirFormula } from './fhir-formula.ts'
import { languageTag, readFhirText } from './fhir-text.ts'
import { type FhirFrame, type FhirSection, readFhirTree } from './fhir-tree.ts'
import type { ItemContext } from './item-context.ts'
import { UnusedMembers } from './unused-members.ts'

/** Members of the resource that become something in Escale. */
const READ = new Set(['resourceType', 'title', '_title', 'item', 'language', 'extension'])

/** A FHIR questionnaire (R4, R5 read tolerantly) as a form; undefined when it asks nothing. */
export function fhirToForm(resource: JsonRecord, notes: Notes): Form | undefined {
  const language: Language = languageTag(textOf(resource.language)) ?? 'en'
  const items = listOf(resource.item).filter(isRecord)
  if (items.length < listOf(resource.item).length) {
    notes.add('lost', 'not-an-object', { file: true })
  }
  const tree = readFhirTree(items, notes)
  const context: ItemContext = {
    notes,
    language,
    ids: tree.ids,
    scope: {
      find: (name) => {
        const id = tree.ids.get(name)
        return id === undefined ? undefined : ref(id)
      },
    },
    variables: variablesOf(resource),
    valueSets: containedSets(resource),
    unused: new UnusedMembers(),
    sectionIds: new FreshIds(),
  }
  const title = readFhirText(resource, 'title', language) ?? nameAsText(resource)
  const sections = tree.sections.flatMap((section, at) =>
    sectionOf(section, at, tree.sections, title, context),
  )
  context.unused.tell(notes)
  if (sections.length === 0) return undefined
  const aside = Object.fromEntries(Object.entries(resource).filter(([name]) => !READ.has(name)))
  const others = extensionsOf(resource).filter(({ url }) => url !== EXTENSIONS.escale)
  return {
    id: new FreshIds().take(textOf(resource.id) || textOf(resource.name) || title.fr, 'formulaire'),
    version: 1,
    kind: 'audit',
    code: (textOf(resource.name) || textOf(resource.id)).slice(0, 20),
    title,
    unit: 'person',
    source: { fr: 'Importé d’un questionnaire FHIR', en: 'Imported from a FHIR questionnaire' },
    sections,
    ...escaleMembers(resource, [
      'kind',
      'unit',
      'code',
      'source',
      'target',
      'scoring',
      'pilot',
      'method',
    ]),
    carried: {
      fhir: {
        ...aside,
        language,
        ...(others.length > 0 ? { extension: others } : {}),
      },
    },
  }
}

function nameAsText(resource: JsonRecord): Form['title'] {
  const name = textOf(resource.name) || textOf(resource.id) || 'Questionnaire'
  return { fr: name, en: name }
}

function sectionOf(
  { path, asked }: FhirSection,
  at: number,
  all: readonly FhirSection[],
  title: Form['title'],
  context: ItemContext,
): readonly Section[] {
  const questions: readonly Question[] = asked.flatMap((each) => buildItem(each, context))
  if (questions.length === 0) return []
  const frame = path.at(-1)
  const before = all.slice(0, at).filter((other) => other.path.at(-1) === frame).length
  const label = frame ? readFhirText(frame.item, 'text', context.language) : title
  const first = before === 0
  const relevance =
    both(...path.map((each) => conditionOf(each, context, first))) ?? unsaidOf(frame)
  return [
    {
      id: context.sectionIds.take(frame?.id ?? 'questions', 'section'),
      title: label ?? { fr: frame?.linkId ?? title.fr, en: frame?.linkId ?? title.en },
      questions,
      ...(relevance === undefined ? {} : { relevance }),
      ...(frame ? escaleMembers(frame.item, ['intro', 'audience', 'target', 'weight']) : {}),
      carried: { fhir: { groups: path.map(({ item }) => groupOf(item)) } },
    },
  ]
}

/** The condition of a section that FHIR could not say, when it came from Escale. */
function unsaidOf(frame: FhirFrame | undefined): Expr | undefined {
  const { unsaid } = frame ? escaleMembers(frame.item, ['unsaid']) : {}
  const relevance = isRecord(unsaid) ? unsaid.relevance : undefined
  return isExpr(relevance) ? relevance : undefined
}

/** The condition of a group: `enableWhen`, or an expression. */
function conditionOf(frame: FhirFrame, context: ItemContext, tell: boolean): Expr | undefined {
  const notes = tell ? context.notes : undefined
  const simple = notes ? readEnableWhen(frame.item, context.ids, notes) : quiet(frame, context)
  if (simple !== undefined) return simple
  const text = expressionOf(frame.item, EXTENSIONS.enableWhen)
  if (text === undefined) return undefined
  const read = fhirFormula(text, context)
  if (read.ok) return read.value
  const { linkId } = frame
  notes?.add('kept-aside', 'expression-unread', { linkId }, unreadWords(read.error, 'relevant'))
  return undefined
}

/** The second part of a group split in two says nothing twice. */
function quiet(frame: FhirFrame, context: ItemContext): Expr | undefined {
  const known = frame.item.enableWhen
  const stripped = listOf(known).filter(
    (each) => isRecord(each) && context.ids.has(textOf(each.question)),
  )
  const item = {
    ...frame.item,
    enableWhen: stripped,
    enableBehavior: frame.item.enableBehavior ?? 'any',
  }
  return readEnableWhen(item, context.ids, context.notes)
}

/** A group without its items, to be given back. */
function groupOf(item: JsonRecord): Json {
  return Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'item'))
}

function variablesOf(resource: JsonRecord): ReadonlyMap<string, string> {
  return new Map(
    extensionsOf(resource)
      .filter(({ url }) => url === 'http://hl7.org/fhir/StructureDefinition/variable')
      .flatMap(({ valueExpression: value }) =>
        isRecord(value) && typeof value.name === 'string' && typeof value.expression === 'string'
          ? [[value.name, value.expression] as const]
          : [],
      ),
  )
}

function containedSets(resource: JsonRecord): ReadonlyMap<string, JsonRecord> {
  return new Map(
    listOf(resource.contained)
      .filter(isRecord)
      .filter((each) => each.resourceType === 'ValueSet')
      .map((each) => [textOf(each.id), each]),
  )
}
