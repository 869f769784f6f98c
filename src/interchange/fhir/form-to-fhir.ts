import type { Form, Section } from '#domain/form/form.ts'
import type { Language } from '#domain/shared/text.ts'
import { isRecord, type JsonRecord } from '../is-record.ts'
import type { Notes } from '../notes.ts'
import { escaleExtension } from './escale-extension.ts'
import { listOf, textOf } from './extensions.ts'
import { type FhirWriteContext, fhirScope } from './fhir-scope.ts'
import { fhirText, languageTag } from './fhir-text.ts'
import { finished, relevanceMembers, writeItem } from './write-item.ts'

/** A form as a FHIR R4 questionnaire; what an import had set aside is given back where it was. */
export function formToFhir(form: Form, notes: Notes): JsonRecord {
  const { language: kept, extension, ...aside } = form.carried?.fhir ?? {}
  const language: Language = (typeof kept === 'string' && languageTag(kept)) || 'fr'
  const context: FhirWriteContext = { notes, language, unsaid: new Map(), ...fhirScope(form) }
  const { kind, unit, code, source, target, scoring, pilot, method } = form
  const own = escaleExtension({ kind, unit, code, source, target, scoring, pilot, method })
  return {
    resourceType: 'Questionnaire',
    id: form.id.replace(/[^A-Za-z0-9.-]/g, '-').slice(0, 64),
    status: 'draft',
    ...aside,
    language: typeof kept === 'string' ? kept : language,
    extension: [...listOf(extension), ...own],
    ...fhirText('title', form.title, language),
    item: writeSections(form.sections, context),
  }
}

/** Sections become groups again, inside the groups an import had found around them. */
function writeSections(
  sections: readonly Section[],
  context: FhirWriteContext,
): readonly JsonRecord[] {
  const root: JsonRecord[] = []
  /** Groups under way: their key, and the list their items go to. */
  const open: { readonly key: string; readonly items: JsonRecord[] }[] = []
  for (const section of sections) {
    const groups = groupsOf(section, context)
    let shared = 0
    while (shared < groups.length && open[shared]?.key === groups[shared]?.key) shared += 1
    open.splice(shared)
    for (const { key, item } of groups.slice(shared)) {
      const items: JsonRecord[] = []
      const list = open.at(-1)?.items ?? root
      list.push({ ...item, item: items })
      open.push({ key, items })
    }
    const list = open.at(-1)?.items ?? root
    for (const question of section.questions) writeItem(question, list, context)
  }
  return root
}

function groupsOf(section: Section, context: FhirWriteContext) {
  const kept = listOf(section.carried?.fhir?.groups).filter(isRecord)
  const known = Array.isArray(section.carried?.fhir?.groups)
  const { intro, audience, target, weight, relevance } = section
  const extras = escaleExtension({ intro, audience, target, weight })
  if (known && kept.length === 0 && relevance === undefined && extras.length === 0) return []
  if (kept.length === 0) {
    const item = {
      linkId: context.sectionLink(section.id),
      ...fhirText('text', section.title, context.language),
      type: 'group',
      ...finished(section, relevanceMembers(section, relevance, extras, context), context),
    }
    return [{ key: section.id, item }]
  }
  return kept.map((group, at) => {
    const isOwn = at === kept.length - 1
    const own =
      isOwn && textOf(group.text) !== '' ? fhirText('text', section.title, context.language) : {}
    return { key: textOf(group.linkId), item: { ...group, ...own, type: 'group' } }
  })
}
