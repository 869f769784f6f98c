import type { ReactNode } from 'react'
import { PICTURES, type Picture } from '#domain/form/easy-words.ts'
import css from './pictogram.module.css'

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
  meal: (
    <>
      <circle cx="48" cy="50" r="19" />
      <path d="M12 14v18a8 8 0 0 0 16 0V14M20 14v70M84 84V14c-8 5-12 16-12 30h12" />
    </>
  ),
  care: (
    <>
      <path d="M48 82C20 62 10 48 10 34a18 18 0 0 1 38-8 18 18 0 0 1 38 8c0 14-10 28-38 48z" />
      <path d="M48 38v22M37 49h22" />
    </>
  ),
  wash: (
    <>
      <path d="M48 10c17 21 25 33 25 46a25 25 0 0 1-50 0c0-13 8-25 25-46z" />
      <path d="M36 58a12 12 0 0 0 12 12" />
    </>
  ),
  home: (
    <>
      <path d="M10 48 48 14l38 34" />
      <path d="M20 40v42h56V40" />
      <path d="M40 82V58h16v24" />
    </>
  ),
  family: (
    <>
      <circle cx="26" cy="24" r="11" />
      <circle cx="70" cy="24" r="11" />
      <circle cx="48" cy="52" r="8" />
      <path d="M10 84V60a17 17 0 0 1 22-16M86 84V60a17 17 0 0 0-22-16M34 84v-6a14 14 0 0 1 28 0v6" />
    </>
  ),
  outing: (
    <>
      <circle cx="34" cy="34" r="20" />
      <path d="M34 40v44M34 62l11-11" />
      <circle cx="76" cy="22" r="8" />
      <path d="M10 84h76" />
    </>
  ),
  night: (
    <>
      <path d="M58 14a36 36 0 1 0 24 52A30 30 0 0 1 58 14z" />
      <path d="M78 18v14M71 25h14" />
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

interface PictogramProps {
  /** One of `PICTURES`; another, from a later version, is drawn as speech. */
  readonly picture: string
  readonly small?: boolean
}

/** Says nothing by itself: the question beside it is read in its place. */
export function Pictogram({ picture, small = false }: PictogramProps) {
  const known = PICTURES.find((each) => each === picture) ?? 'talk'
  return (
    <svg
      className={small ? `${css.picture} ${css.small}` : css.picture}
      viewBox="0 0 96 96"
      aria-hidden="true"
    >
      {DRAWINGS[known]}
    </svg>
  )
}
