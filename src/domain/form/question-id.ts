const SHAPE = /^[A-Za-z0-9][A-Za-z0-9_~-]{0,47}$/
/** Names a map cannot hold as any other. */
const RESERVED: readonly string[] = ['__proto__', 'constructor', 'prototype']

/**
 * Whether a text may name a question, a section or a row: letters, digits and `_`, `-`, `~`, at most
 * forty-eight. It becomes a part of a field, `answers.<group>.<row>.<question>`, whose whole length
 * and signs the wire bounds (R-SYN-2).
 */
export function isQuestionId(text: string): boolean {
  return SHAPE.test(text) && !RESERVED.includes(text)
}
