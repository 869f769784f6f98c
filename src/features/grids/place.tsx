import { createContext, type ReactNode, use, useEffect, useRef } from 'react'
import css from './grids.module.css'

/** Where a check leads; a new object at each tap, so that the same tap leads there again. */
export interface Sought {
  readonly name: string
}

const SoughtContext = createContext<Sought | undefined>(undefined)
export const SoughtPlace = SoughtContext.Provider

/** Whether a check leads to this place: what is drawn on demand is drawn then. */
export function useIsSought(name: string): boolean {
  return use(SoughtContext)?.name === name
}

interface PlaceProps {
  /** `<question>:<part>`, `section:<section>:<part>`, `head:unit`: as `placeOfCheck` names it. */
  readonly name: string
  readonly children: ReactNode
}

/** A place a check may lead to: it is unfolded, brought in sight, and its first control takes the focus. */
export function Place({ name, children }: PlaceProps) {
  const sought = use(SoughtContext)
  const own = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (sought?.name === name && own.current) lead(own.current)
  }, [sought, name])
  return (
    <div ref={own} className={css.place}>
      {children}
    </div>
  )
}

function lead(place: HTMLElement) {
  for (let fold = place.closest('details'); fold; ) {
    fold.open = true
    fold = fold.parentElement?.closest('details') ?? null
  }
  const control =
    place.querySelector<HTMLElement>('input, select, textarea') ??
    place.querySelector<HTMLElement>('button:not(:disabled)')
  control?.focus({ preventScroll: true })
  control?.scrollIntoView({ block: 'center' })
}
