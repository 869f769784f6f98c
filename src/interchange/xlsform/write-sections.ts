import { ref } from '#domain/form/expr.ts'
import { type Form, isGroup, type Section } from '#domain/form/form.ts'
import { both, readFormula } from '../expressions/formulas.ts'
import { isRecord, type JsonRecord } from '../is-record.ts'
import { asideCells, asideOf } from './aside.ts'
import { type Row, type SheetWriter, textCells } from './sheet-writer.ts'
import { formulaCell, type WriteContext } from './write-context.ts'
import { writeQuestion } from './write-question.ts'

interface Open {
  readonly key: string
  readonly row: Row
}

/**
 * Sections as groups. Those an import took from nested groups find their groups again: two sections
 * that share the outer ones are written inside them.
 */
export function writeSections(form: Form, survey: SheetWriter, context: WriteContext): void {
  const open: Open[] = []
  const closeTo = (depth: number) => {
    while (open.length > depth) {
      open.pop()
      survey.add({ type: 'end_group' })
    }
  }
  for (const section of form.sections) {
    const wanted = groupsOf(section, context)
    let shared = 0
    while (shared < wanted.length && open[shared]?.key === wanted[shared]?.key) shared += 1
    closeTo(shared)
    for (const group of wanted.slice(shared)) {
      survey.add({ type: 'begin_group', ...group.row })
      open.push(group)
    }
    for (const question of section.questions) {
      if (asideOf(question).added === true) continue
      writeQuestion(question, survey, context)
      if (!isGroup(question)) continue
      for (const each of question.questions) writeQuestion(each, survey, context)
      survey.add({ type: 'end_repeat' })
    }
  }
  closeTo(0)
}

function groupsOf(section: Section, context: WriteContext): readonly Open[] {
  const aside = asideOf(section).groups
  if (!Array.isArray(aside)) return [ownGroup(section, context)]
  const groups = aside.filter(isRecord)
  if (groups.length === 0) return plainSection(section) ? [] : [ownGroup(section, context)]
  const relevants = sameRelevance(section, groups)
  return groups.map((group, at) => {
    const isOwn = at === groups.length - 1
    const name = String(group.name)
    const relevant = relevants
      ? (relevants[at] ?? '')
      : isOwn
        ? formulaCell(section.relevance, section.id, 'relevant', context)
        : ''
    const label = isOwn ? section.title : textIn(group)
    const row = {
      name,
      ...textCells('label', label, context.languages),
      ...(isOwn ? ownCells(section, context) : {}),
      ...asideCells(group.cells),
      relevant,
    }
    return { key: JSON.stringify(group.id ?? name), row }
  })
}

/** Whether the conditions of the groups, as imported, are still what the section says. */
function sameRelevance(
  section: Section,
  groups: readonly JsonRecord[],
): readonly string[] | undefined {
  const texts = groups.map(({ relevant }) => (typeof relevant === 'string' ? relevant : ''))
  const read = texts.map((text) => {
    if (text === '') return undefined
    const found = readFormula(text, { find: (name) => ref(name) })
    return found.ok ? found.value : undefined
  })
  return JSON.stringify(both(...read)) === JSON.stringify(section.relevance) ? texts : undefined
}

/** Questions that stood outside any group, and still say nothing a group would have to carry. */
function plainSection({ relevance, intro, audience, target, weight }: Section): boolean {
  return [relevance, intro, audience, target, weight].every((each) => each === undefined)
}

function ownGroup(section: Section, context: WriteContext): Open {
  // First: what it cannot say goes in the cells below.
  const relevant = formulaCell(section.relevance, section.id, 'relevant', context)
  return {
    key: section.id,
    row: {
      name: section.id,
      ...textCells('label', section.title, context.languages),
      ...ownCells(section, context),
      relevant,
    },
  }
}

function ownCells(
  { id, intro, audience, target, weight }: Section,
  { languages, unsaid }: WriteContext,
): Row {
  const extras = { audience, target, weight, unsaid: unsaid.get(id) }
  return {
    ...textCells('hint', intro, languages),
    ...(Object.values(extras).some((each) => each !== undefined)
      ? { escale: JSON.stringify(extras) }
      : {}),
  }
}

function textIn({ label, name }: JsonRecord): Section['title'] {
  return isRecord(label) && typeof label.fr === 'string' && typeof label.en === 'string'
    ? { fr: label.fr, en: label.en }
    : { fr: String(name), en: String(name) }
}
