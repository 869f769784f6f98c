import { useEffect, useId } from 'react'
import { create } from 'zustand'

interface DirtyState {
  /** Screens with something under way, by the id each one gave. */
  readonly holders: ReadonlySet<string>
}

/** Who would lose something, or be disturbed, if the page were replaced now. */
export const useDirty = create<DirtyState>(() => ({ holders: new Set() }))

export function isDirty(): boolean {
  return useDirty.getState().holders.size > 0
}

/** While `active`, no update replaces the page: a form is being typed, a round is running. */
export function useHoldsUpdates(active: boolean): void {
  const id = useId()
  useEffect(() => {
    if (!active) return undefined
    hold(id, true)
    return () => hold(id, false)
  }, [active, id])
}

const TYPING = 'typing'

/** Holds updates while a finger is in a text field, on whatever screen. Called once by the entry. */
export function holdWhileTyping(root: Document): void {
  const release = () => hold(TYPING, false)
  root.addEventListener('focusin', ({ target }) => hold(TYPING, isTextControl(target)))
  root.addEventListener('focusout', release)
}

function hold(id: string, active: boolean): void {
  useDirty.setState(({ holders }) => {
    if (holders.has(id) === active) return { holders }
    const others = [...holders].filter((holder) => holder !== id)
    return { holders: new Set(active ? [...others, id] : others) }
  })
}

function isTextControl(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.matches('textarea, input:not([type=radio], [type=checkbox])')
  )
}
