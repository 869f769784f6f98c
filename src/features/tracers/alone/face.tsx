import type { ReactNode } from 'react'
import type { OwnAnswer } from '#domain/tracer/own-answers.ts'
import css from './alone.module.css'

/** Told apart by the mouth and the outline, never by a colour; the two refusals are no faces. */
const DRAWINGS: Record<OwnAnswer, ReactNode> = {
  yes: head(<path d="M28 54a21 21 0 0 0 40 0" />),
  'so-so': head(<path d="M30 62h36" />),
  no: head(<path d="M29 68a21 21 0 0 1 38 0" />),
  unknown: (
    <>
      <path d="M32 34a16 16 0 1 1 24 14c-5 3-8 6-8 14" />
      <path d="M48 78h.1" />
    </>
  ),
  declined: (
    <path d="M30 54V28a6 6 0 0 1 12 0v-8a6 6 0 0 1 12 0v8a6 6 0 0 1 12 0v32c0 14-8 24-22 24-10 0-15-4-20-13l-9-16c3-5 9-5 13 0z" />
  ),
}

export function Face({ answer }: { readonly answer: OwnAnswer }) {
  return (
    <svg className={css.face} viewBox="0 0 96 96" aria-hidden="true">
      {DRAWINGS[answer]}
    </svg>
  )
}

function head(mouth: ReactNode) {
  return (
    <>
      <circle cx="48" cy="48" r="40" />
      <path d="M34 36v6M62 36v6" />
      {mouth}
    </>
  )
}
