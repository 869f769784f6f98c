import { allQuestions, type Form } from '#domain/form/form.ts'
import { type Note, type NoteKind, type Notes, noteText, type Place, placeText } from './notes.ts'

/** What a conversion kept, changed and lost, to be read by a person or by a program. */
export interface LossReport {
  readonly from: string
  readonly to: string
  /** `nothing-kept` when no form could be made; the notes then say why. */
  readonly outcome: 'kept' | 'nothing-kept'
  readonly title: string
  readonly kept: {
    readonly sections: number
    readonly questions: number
    readonly choices: number
  }
  readonly counts: Readonly<Record<NoteKind, number>>
  readonly notes: readonly ReportNote[]
  /** Notes past the first two thousand. */
  readonly leftOut: number
}

export interface ReportNote {
  readonly kind: NoteKind
  readonly code: string
  readonly place: Place
  readonly where: string
  readonly fr: string
  readonly en: string
}

/** The loss report of a conversion, in French and in English. */
export function lossReport(
  form: Form | undefined,
  notes: Notes,
  { from, to }: { readonly from: string; readonly to: string },
): LossReport {
  const questions = form ? allQuestions(form) : []
  const count = (kind: NoteKind) => notes.all.filter((note) => note.kind === kind).length
  return {
    from,
    to,
    outcome: form ? 'kept' : 'nothing-kept',
    title: form?.title.fr ?? '',
    kept: {
      sections: form?.sections.length ?? 0,
      questions: questions.length,
      choices: questions.reduce(
        (sum, question) => sum + ('choices' in question ? question.choices.length : 0),
        0,
      ),
    },
    counts: {
      lost: count('lost'),
      'kept-aside': count('kept-aside'),
      adapted: count('adapted'),
      repaired: count('repaired'),
    },
    notes: inOrder(notes.all).map((note) => ({
      kind: note.kind,
      code: note.code,
      place: note.place,
      where: placeText(note.place, 'fr'),
      ...noteText(note),
    })),
    leftOut: notes.leftOut,
  }
}

/** As one goes through the file: sheet by sheet, row by row; the order of reading else. */
function inOrder(notes: readonly Note[]): readonly Note[] {
  const sheets = [...new Set(notes.flatMap(({ place }) => ('sheet' in place ? place.sheet : [])))]
  const rank = ({ place }: Note) =>
    'sheet' in place ? [1 + sheets.indexOf(place.sheet), place.row ?? 0] : [0, 0]
  return notes.toSorted((a, b) => {
    const [[sheetA = 0, rowA = 0], [sheetB = 0, rowB = 0]] = [rank(a), rank(b)]
    return sheetA - sheetB || rowA - rowB
  })
}
