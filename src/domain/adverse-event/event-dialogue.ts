import { type Day, parseDay } from '../shared/day.ts'
import { type RecordId, recordId } from '../shared/ids.ts'
import { type Fields, textField } from '../shared/json.ts'

/*
 * The dialogue of an event with its author, who may have no name: questions of the home are fields
 * of the event (`questions.<id>`), words of the author are records of their own, which only the
 * server writes. Both carry the day and no hour (R-EI-1).
 */

/** What the home asks, as it is kept in `questions.<id>`. */
export interface EventQuestion {
  readonly id: string
  readonly words: string
  readonly on: Day | undefined
}

/** What the author added, or answered to `question`. */
export interface EventSaid {
  readonly words: string
  readonly on: Day | undefined
  /** Id of the question answered; empty for facts added by oneself. */
  readonly question: string
  /** 1 for the first words of this author. */
  readonly rank: number
}

/** Words an author may add to one event: enough for a dialogue, too few to fill a disk. */
export const MOST_SAID = 40

/** The record of an author's words: no device may write an id with a `~`. */
export function saidId(event: RecordId, rank: number): RecordId {
  return recordId(`${event}~said-${rank}`)
}

/** The record of the photo that came with a declaration. */
export function photoId(event: RecordId): RecordId {
  return recordId(`${event}~photo`)
}

/** The questions of an event, the oldest day first. */
export function questionsOf(fields: Fields): readonly EventQuestion[] {
  return Object.entries(fields)
    .flatMap(([name, value]) => {
      const id = /^questions\.([^.]+)$/.exec(name)?.[1]
      if (!id || value === null || typeof value !== 'object' || !('words' in value)) return []
      const { words, on } = value
      if (typeof words !== 'string' || words === '') return []
      return [{ id, words, on: typeof on === 'string' ? parseDay(on) : undefined }]
    })
    .sort((a, b) => `${a.on}`.localeCompare(`${b.on}`) || a.id.localeCompare(b.id))
}

export function readSaid(id: string, fields: Fields): EventSaid {
  return {
    words: textField(fields, 'words'),
    on: parseDay(textField(fields, 'on')),
    question: textField(fields, 'question'),
    rank: Number(/~said-(\d+)$/.exec(id)?.[1] ?? 0),
  }
}

/** One line of the dialogue as it is read, by either side. */
export interface Exchange {
  readonly from: 'home' | 'author'
  readonly id: string
  readonly words: string
  readonly on: Day | undefined
  /** True for a question nobody answered yet. */
  readonly isAwaited: boolean
}

/**
 * Both sides in the order they are read: by day, each answer right under its question, facts added
 * by oneself where their day puts them. There is no hour to sort by.
 */
export function exchangesOf(
  questions: readonly EventQuestion[],
  said: readonly EventSaid[],
): readonly Exchange[] {
  const inOrder = [...said].sort((a, b) => a.rank - b.rank)
  const line = ({ words, on, rank }: EventSaid): Exchange => ({
    from: 'author',
    id: `said-${rank}`,
    words,
    on,
    isAwaited: false,
  })
  const known = new Set(questions.map(({ id }) => id))
  const threads = [
    ...questions.map((question) => {
      const answers = inOrder.filter((words) => words.question === question.id)
      const asked: Exchange = { from: 'home', ...question, isAwaited: answers.length === 0 }
      return { on: question.on, lines: [asked, ...answers.map(line)] }
    }),
    ...inOrder
      .filter(({ question }) => !known.has(question))
      .map((words) => ({ on: words.on, lines: [line(words)] })),
  ]
  return threads
    .map((thread, index) => ({ ...thread, index }))
    .sort((a, b) => `${a.on ?? ''}`.localeCompare(`${b.on ?? ''}`) || a.index - b.index)
    .flatMap(({ lines }) => lines)
}
