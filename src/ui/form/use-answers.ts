import { useCallback, useMemo, useRef, useState } from 'react'
import { createStore } from 'zustand'
import type { Fields } from '#domain/shared/json.ts'
import { useSameFields } from './use-same-fields.ts'

/** Where answers go. The renderer knows no store: the screen hands it these two functions. */
export interface AnswerPort {
  /** What is kept at this instant, not what was last drawn. */
  readonly read: () => Fields
  readonly write: (fields: Fields) => Promise<{ readonly savedAt: number }>
}

export type Saving =
  | { readonly kind: 'none' }
  | { readonly kind: 'saved'; readonly savedAt: number }
  | { readonly kind: 'failed'; readonly full: boolean }

interface Step {
  readonly before: Fields
  readonly after: Fields
  readonly place: string
}

/** Steps one may go back; the bar asks for twenty (ux.md §5.2.6). */
const UNDO_DEPTH = 50

/**
 * Answers being given: shown at once, written at once, undone step by step.
 *
 * A tap is drawn before the disk has answered, from `pending`, or a slow tablet would seem deaf; the
 * « saved at » line only ever shows the disk's own time. A write that fails is taken off the screen
 * and said: what one sees is what is kept. Undoing restores a field only where it still holds what
 * that step wrote, so that undoing a bulk step never goes over a later answer.
 */
export function useAnswers(stored: Fields, { read, write }: AnswerPort) {
  const [pending, setPending] = useState<Fields>({})
  // A store of its own: at each save its line is drawn again, and nothing else of the form.
  const [saving] = useState(() => createStore<Saving>(() => ({ kind: 'none' })))
  const [undoable, setUndoable] = useState(0)
  const steps = useRef<Step[]>([])
  // What was tapped and is not on disk yet, readable by the next tap of the same instant.
  const ahead = useRef<Fields>({})

  const put = useCallback(
    async (changes: Fields): Promise<boolean> => {
      ahead.current = { ...ahead.current, ...changes }
      setPending(ahead.current)
      const settle = () => {
        ahead.current = withoutSettled(ahead.current, changes)
        setPending(ahead.current)
      }
      try {
        const { savedAt } = await write(changes)
        settle()
        saving.setState({ kind: 'saved', savedAt }, true)
        return true
      } catch (error) {
        settle()
        saving.setState({ kind: 'failed', full: isStorageFull(error) }, true)
        return false
      }
    },
    [write, saving],
  )

  /** What is kept or on its way at this instant: two changes of one field made in a row are both in it. */
  const present = useCallback((): Fields => ({ ...read(), ...ahead.current }), [read])

  /** Writes the fields; `place` is where « undo » brings back to. True once they are on disk. */
  const save = useCallback(
    async (changes: Fields, place: string): Promise<boolean> => {
      const now = present()
      const before = Object.fromEntries(
        Object.keys(changes).map((name) => [name, now[name] ?? null]),
      )
      const step = { before, after: changes, place }
      steps.current = [...steps.current, step].slice(-UNDO_DEPTH)
      setUndoable(steps.current.length)
      const kept = await put(changes)
      if (!kept) {
        steps.current = steps.current.filter((each) => each !== step)
        setUndoable(steps.current.length)
      }
      return kept
    },
    [put, present],
  )

  /** Takes the last step back; returns the place it was made at, undefined when there is none. */
  const undo = useCallback((): string | undefined => {
    const step = steps.current.at(-1)
    if (!step) return undefined
    steps.current = steps.current.slice(0, -1)
    setUndoable(steps.current.length)
    const now = present()
    const restored = Object.fromEntries(
      Object.entries(step.before).filter(([name]) =>
        sameValue(now[name] ?? null, step.after[name] ?? null),
      ),
    )
    if (Object.keys(restored).length > 0) {
      put(restored).catch(() => undefined) // `put` never rejects: it says so on the saved line
    }
    return step.place
  }, [put, present])

  const fields = useSameFields(useMemo(() => ({ ...stored, ...pending }), [stored, pending]))
  return { fields, present, save, undo, undoable, saving }
}

function withoutSettled(pending: Fields, settled: Fields): Fields {
  return Object.fromEntries(
    Object.entries(pending).filter(([name, value]) => settled[name] !== value),
  )
}

function sameValue(a: Fields[string], b: Fields[string]): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

/** The store's typed refusal when the disk is full. */
export function isStorageFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { kind, name } = error as { kind?: unknown; name?: unknown }
  return kind === 'storage-full' || name === 'QuotaExceededError'
}
