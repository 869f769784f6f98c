import type { Choice, CriterionQuestion, Question } from '#domain/form/form.ts'
import { scaleOf } from '#domain/form/scales.ts'
import { asideCells, asideOf, asideRecord } from './aside.ts'
import { type Row, SheetWriter, textCells, type WrittenLanguage } from './sheet-writer.ts'

/** Without the « other » that a type `or_other` makes by itself: written, it would be there twice. */
function offered(question: Question, choices: readonly Choice[]): readonly Choice[] {
  const { as, other } = asideOf(question)
  return other === true && as === question.type
    ? choices.filter(({ code }) => code !== 'other')
    : choices
}

/** The « choices » sheet: equal lists are written once, under the name an import had kept. */
export class ListWriter {
  private readonly sheet = new SheetWriter(['list_name', 'name'])
  private readonly names = new Map<string, string>()
  private readonly taken = new Set<string>()
  private readonly languages: readonly WrittenLanguage[]

  constructor(languages: readonly WrittenLanguage[]) {
    this.languages = languages
  }

  /** Name of the list of these choices. */
  ofChoices(question: Question, choices: readonly Choice[]): string {
    const { list, choices: aside } = asideOf(question)
    const extras = asideRecord(aside)
    const rows = offered(question, choices).map(({ code, label, help, icon }) => ({
      name: code,
      ...textCells('label', label, this.languages),
      ...asideCells(extras[code]),
      ...(help || icon ? { escale: JSON.stringify({ help, icon }) } : {}),
    }))
    return this.write(typeof list === 'string' ? list : `liste_${question.id}`, rows)
  }

  /** Name of the list of a scale, its points and readings beside each answer. */
  ofScale(question: CriterionQuestion): string {
    const { list, choices: aside } = asideOf(question)
    const extras = asideRecord(aside)
    const rows = scaleOf(question).steps.map(({ code, label, sign, reading, worth }) => ({
      name: code,
      ...textCells('label', label, this.languages),
      ...asideCells(extras[code]),
      score: worth === undefined ? '' : String(worth),
      reading,
      sign: sign ?? '',
    }))
    const { scale } = question
    const wanted = typeof scale === 'string' ? `echelle_${scale.replace(/-/g, '_')}` : 'echelle'
    return this.write(typeof list === 'string' ? list : wanted, rows)
  }

  rows(): readonly (readonly string[])[] {
    return this.sheet.rows()
  }

  private write(wanted: string, rows: readonly Row[]): string {
    const key = JSON.stringify([wanted, rows])
    const known = this.names.get(key)
    if (known !== undefined) return known
    const base = wanted.replace(/\s+/g, '_')
    let name = base
    for (let count = 2; this.taken.has(name); count += 1) name = `${base}_${count}`
    this.taken.add(name)
    this.names.set(key, name)
    for (const row of rows) this.sheet.add({ list_name: name, ...row })
    return name
  }
}
