import type { Language, Text } from '#domain/shared/text.ts'
import { NOTE_TEXTS, type NoteCode } from './note-texts.ts'

/** Where in the file a note bears: a cell, an item, or the file as a whole. */
export type Place =
  | { readonly sheet: string; readonly row?: number; readonly column?: string }
  | { readonly linkId: string }
  | { readonly file: true }

/**
 * What became of something the file said.
 * - `lost`: it is not in what was made.
 * - `kept-aside`: Escale does not run it, and gives it back when the form leaves in the same format.
 * - `adapted`: said otherwise in Escale, or in the other format.
 * - `repaired`: the file was wrong there, and was read as its author most likely meant it.
 */
export type NoteKind = 'lost' | 'kept-aside' | 'adapted' | 'repaired'

export interface Note {
  readonly kind: NoteKind
  readonly code: NoteCode
  readonly place: Place
  readonly words: Readonly<Record<string, string>>
}

const LONGEST_WORDS = 160

/** More notes than a person reads; the file is then worth a look, not a longer list. */
const MOST_NOTES = 2000

/** Gathers the notes of one conversion; the report says when some were left out. */
export class Notes {
  readonly all: Note[] = []
  leftOut = 0
  private readonly said = new Set<string>()

  /** The same remark of the same place is made once. */
  add(kind: NoteKind, code: NoteCode, place: Place, words: Note['words'] = {}): void {
    const key = JSON.stringify([kind, code, place, words])
    if (this.said.has(key)) return
    this.said.add(key)
    if (this.all.length >= MOST_NOTES) this.leftOut += 1
    else this.all.push({ kind, code, place, words: shortened(words) })
  }
}

/** A cell may hold a page: what is quoted in a sentence stays a quotation. Our own words may be longer. */
function shortened(words: Note['words']): Note['words'] {
  return Object.fromEntries(
    Object.entries(words).map(([name, said]) => [
      name,
      said.length > LONGEST_WORDS ? `${said.slice(0, LONGEST_WORDS - 1)}…` : said,
    ]),
  )
}

/** The note as a sentence, its quotations in place; unknown names stay visible. */
export function noteText(note: Note): Text {
  const text = NOTE_TEXTS[note.code]
  return { fr: filled(text.fr, note.words), en: filled(text.en, note.words) }
}

function filled(sentence: string, words: Note['words']): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole)
}

/** « Feuille survey, ligne 12, colonne relevant », in the reader's language; empty for the file. */
export function placeText(place: Place, language: Language): string {
  if ('file' in place) return ''
  if ('linkId' in place) return `linkId ${place.linkId}`
  const [sheet, row, column] =
    language === 'fr' ? ['feuille', 'ligne', 'colonne'] : ['sheet', 'row', 'column']
  return [
    `${sheet} ${place.sheet}`,
    ...(place.row === undefined ? [] : [`${row} ${place.row}`]),
    ...(place.column === undefined ? [] : [`${column} ${place.column}`]),
  ].join(', ')
}
