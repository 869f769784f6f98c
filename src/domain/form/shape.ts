import type { Json } from '../shared/json.ts'

/*
 * The few shapes a form is made of. The domain imports no schema library (the ward phone would carry
 * it), and a form needs nothing more: an answer by yes or no, for a file that is no form.
 */
export interface Shape {
  readonly accepts: (value: Json) => boolean
  /** May be left out of its record. */
  readonly optional?: true
}

export const words: Shape = { accepts: (value) => typeof value === 'string' }
export const aNumber: Shape = {
  accepts: (value) => typeof value === 'number' && Number.isFinite(value),
}
export const aBoolean: Shape = { accepts: (value) => typeof value === 'boolean' }
export const aLiteral: Shape = { accepts: (value) => value === null || typeof value !== 'object' }
export const aText: Shape = aRecord({ fr: words, en: words })

export function oneOf(codes: readonly string[]): Shape {
  return { accepts: (value) => typeof value === 'string' && codes.includes(value) }
}

export function optional({ accepts }: Shape): Shape {
  return { accepts, optional: true }
}

export function aList(item: Shape): Shape {
  return { accepts: (value) => Array.isArray(value) && value.every(item.accepts) }
}

/** A record with these members at least. */
export function aRecord(members: Readonly<Record<string, Shape>>): Shape {
  const parts = Object.entries(members)
  return {
    accepts: (value) =>
      isRecord(value) &&
      parts.every(([name, shape]) => {
        const member = value[name]
        return member === undefined ? shape.optional === true : shape.accepts(member)
      }),
  }
}

export function eitherOf(...shapes: readonly Shape[]): Shape {
  return { accepts: (value) => shapes.some((shape) => shape.accepts(value)) }
}

/** A shape that holds itself: an expression, a group. */
export function lazily(shape: () => Shape): Shape {
  let known: Shape | undefined
  return {
    accepts: (value) => {
      known ??= shape()
      return known.accepts(value)
    },
  }
}

function isRecord(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
