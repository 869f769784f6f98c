import { FreshIds } from '../fit-id.ts'
import type { Notes } from '../notes.ts'
import { nearestType, type RowType, readType } from './question-type.ts'
import { type FormRow, firstWords } from './survey-sheet.ts'

/** A group or repeat under way. */
export interface Frame {
  readonly what: 'group' | 'repeat'
  readonly id: string
  readonly row: FormRow
}

/** A row that asks something, before its formulas are read. */
export interface Asked {
  readonly id: string
  readonly row: FormRow
  readonly type: RowType
  /** Groups between a repeat and this question: their conditions bear on it. */
  readonly within: readonly Frame[]
  /** The questions of a repeat. */
  readonly rows?: readonly Asked[]
}

export interface AskedSection {
  /** Groups around, the outermost first; none for questions outside any group. */
  readonly path: readonly Frame[]
  readonly asked: readonly Asked[]
}

export interface SurveyTree {
  readonly sections: readonly AskedSection[]
  /** Ids by name as written; the first of a name that is doubled. */
  readonly ids: ReadonlyMap<string, string>
  readonly metadata: readonly { readonly type: string; readonly name: string }[]
}

interface OpenSection {
  readonly path: readonly Frame[]
  readonly asked: Asked[]
}

/**
 * The rows of a survey as sections and questions. Escale has one level of sections: a group inside
 * another makes a section of its own, and what follows it a third, so that the order of the questions
 * never changes.
 */
export function readSurveyTree(rows: readonly FormRow[], notes: Notes): SurveyTree {
  const names = new Names(notes)
  const metadata: { type: string; name: string }[] = []
  const sections: OpenSection[] = []
  const frames: Frame[] = []
  let repeat: { readonly frame: Frame; readonly rows: Asked[] } | undefined

  const sectionNow = (): OpenSection => {
    const path = frames.slice()
    const last = sections.at(-1)
    if (last && last.path.length === path.length && last.path.every((f, at) => f === path[at])) {
      return last
    }
    const opened = { path, asked: [] }
    sections.push(opened)
    return opened
  }

  const closeRepeat = () => {
    if (!repeat) return
    const { frame, rows: inside } = repeat
    repeat = undefined
    frames.splice(frames.indexOf(frame))
    if (inside.length === 0) {
      notes.add('lost', 'empty-group', frame.row.place(), { name: frame.id })
      return
    }
    const type: RowType = { kind: 'begin', what: 'repeat' }
    sectionNow().asked.push({ id: frame.id, row: frame.row, type, within: [], rows: inside })
  }

  for (const row of rows) {
    const type = typeOf(row, notes)
    if (!type) continue
    if (type.kind === 'metadata') {
      const name = row.get('name') || type.word
      metadata.push({ type: row.get('type'), name })
      notes.add('kept-aside', 'metadata-question', row.place('type'), { type: type.word })
      continue
    }
    if (type.kind === 'end') {
      const frame = frames.at(-1)
      if (!frame) notes.add('repaired', 'end-without-begin', row.place('type'))
      else if (frame === repeat?.frame) closeRepeat()
      else frames.pop()
      continue
    }
    if (type.kind === 'begin') {
      const frame: Frame = { what: type.what, id: names.take(row), row }
      if (/\bloop\b/i.test(row.get('type'))) {
        notes.add('adapted', 'loop-as-repeat', row.place('type'), { name: frame.id })
      }
      if (repeat) {
        const code = type.what === 'repeat' ? 'nested-repeat' : 'group-in-repeat'
        const kind = type.what === 'repeat' ? 'lost' : 'adapted'
        notes.add(kind, code, row.place(), { name: frame.id })
      } else if (type.what === 'repeat') repeat = { frame, rows: [] }
      frames.push(frame)
      continue
    }
    const id = names.take(row)
    if (repeat) {
      const within = frames.slice(frames.indexOf(repeat.frame) + 1)
      repeat.rows.push({ id, row, type, within })
    } else sectionNow().asked.push({ id, row, type, within: [] })
  }
  const unclosed = frames.slice()
  closeRepeat()
  for (const frame of unclosed) {
    notes.add('repaired', 'group-not-closed', frame.row.place(), { name: frame.id })
  }
  return { sections, ids: names.ids, metadata }
}

function typeOf(row: FormRow, notes: Notes): RowType | undefined {
  const written = row.get('type')
  if (written === '') {
    const name = row.get('name') || firstWords(row)
    if (name !== '') notes.add('lost', 'no-type', row.place('type'), { name })
    return undefined
  }
  const type = readType(written)
  if (type.kind !== 'unknown') return type
  const near = nearestType(written)
  if (near === undefined) return type
  notes.add('repaired', 'misspelt-type', row.place('type'), { type: written, read: near })
  return readType(near)
}

/** Ids of a form: unique, fit to be stored; every change is told. */
class Names {
  readonly ids = new Map<string, string>()
  private readonly fresh = new FreshIds()
  private readonly notes: Notes

  constructor(notes: Notes) {
    this.notes = notes
  }

  take(row: FormRow): string {
    const name = row.get('name')
    const id = this.fresh.take(name, `ligne_${row.row}`)
    if (name === '') this.notes.add('repaired', 'no-name', row.place('name'), { name: id })
    else if (this.ids.has(name)) {
      this.notes.add('repaired', 'duplicate-name', row.place('name'), { name, read: id })
    } else if (id !== name) {
      this.notes.add('adapted', 'name-changed', row.place('name'), { name, read: id })
    }
    if (name !== '' && !this.ids.has(name)) this.ids.set(name, id)
    return id
  }
}
