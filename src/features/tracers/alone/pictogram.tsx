import type { ReactNode } from 'react'
import type { Picture } from '#domain/tracer/easy-questions.ts'
import css from './alone.module.css'

/** Drawn for Escale: thick strokes on a grid of 96, one idea each, no letter in them. */
const DRAWINGS: Record<Picture, ReactNode> = {
  people: (
    <>
      <circle cx="30" cy="30" r="12" />
      <path d="M10 80V66a20 20 0 0 1 40 0v14" />
      <circle cx="66" cy="36" r="10" />
      <path d="M58 56a17 17 0 0 1 27 14v10" />
    </>
  ),
  rights: (
    <>
      <path d="M22 12h38l14 14v58H22z" />
      <path d="M60 12v14h14" />
      <path d="M34 42h28M34 55h28M34 68h14" />
      <path d="m54 68 5 5 9-11" />
    </>
  ),
  trust: (
    <>
      <circle cx="28" cy="26" r="11" />
      <circle cx="68" cy="26" r="11" />
      <path d="M12 82V62c0-9 7-16 16-16 8 0 12 4 20 14 8-10 12-14 20-14 9 0 16 7 16 16v20" />
      <path d="M36 70h24" />
    </>
  ),
  day: (
    <>
      <circle cx="48" cy="48" r="20" />
      <path d="M48 36v12l9 6" />
      <path d="M48 8v10M48 78v10M8 48h10M78 48h10M20 20l7 7M69 69l7 7M20 76l7-7M69 27l7-7" />
    </>
  ),
  plan: (
    <>
      <path d="M14 82c26 0 4-28 30-28s10-22 24-24" />
      <path d="M68 50V12h20l-6 9 6 9H68" />
      <circle cx="14" cy="82" r="4" />
    </>
  ),
  talk: (
    <>
      <path d="M10 18h48v32H32L20 62V50H10z" />
      <path d="M66 36h20v32H76v12L64 68H40v-8" />
      <path d="M24 34h.1M34 34h.1M44 34h.1" />
    </>
  ),
}

/** Says nothing by itself: the question beside it is read in its place. */
export function Pictogram({ picture }: { readonly picture: Picture }) {
  return (
    <svg className={css.picture} viewBox="0 0 96 96" aria-hidden="true">
      {DRAWINGS[picture]}
    </svg>
  )
}
