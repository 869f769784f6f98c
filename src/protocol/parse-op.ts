import * as z from 'zod/mini'
import { isRecordType } from '#domain/record-types.ts'
import { fail, ok, type Result } from '#domain/shared/result.ts'
import { parseBucketId } from '#domain/site/bucket.ts'
import type { QuarantineReason } from './errors.ts'
import { sealedText, sha256OfText } from './hash-op.ts'
import { LIMITS } from './limits.ts'
import { OP_KINDS, type Op } from './op.ts'

const ID = z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/))
const OP_ID = z.string().check(z.regex(/^[A-Za-z0-9:-]{1,128}:\d{1,15}$/))

/** An operation as it crosses the wire; `parseOp` bounds what a shape cannot say. */
export const opShape = z.looseObject({
  id: OP_ID,
  rec: ID,
  type: z.string().check(z.maxLength(64)),
  bucket: z.string().check(z.maxLength(160)),
  kind: z.enum(OP_KINDS),
  f: z.record(
    z.string(),
    z.looseObject({ v: z.json(), base: z.nullable(OP_ID), was: z.optional(z.json()) }),
  ),
  closes: z.optional(z.array(OP_ID).check(z.maxLength(LIMITS.fieldsPerOp))),
  sv: z.int().check(z.gte(1)),
  actor: ID,
  h: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  wall: z.int(),
  tz: z.int().check(z.gte(-1_080), z.lte(1_080)),
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})

/** Letters, digits and a few separators: a name is stored below a map and shown in a conflict. */
const FIELD_NAME = /^[A-Za-z0-9][A-Za-z0-9_.:~-]{0,199}$/
const RESERVED = new Set(['__proto__', 'constructor', 'prototype'])
const MAX_ITEMS = 5_000

/**
 * Reads one operation from the wire (rule R-SYN-2). Fields an older server does not know are kept,
 * for they are part of the hash and of the log. A failure is the reason of its quarantine: the
 * operation is then logged as it came, never dropped. `sha256` is given by who has a faster one.
 */
export async function parseOp(
  raw: unknown,
  sha256: (text: string) => string | Promise<string> = sha256OfText,
): Promise<Result<Op, QuarantineReason>> {
  const parsed = opShape.safeParse(raw)
  if (!parsed.success) return fail('malformed')
  const { f, type, bucket } = parsed.data
  const names = Object.keys(f)
  if (names.length > LIMITS.fieldsPerOp) return fail('too-large')
  if (!names.every(isFieldName)) return fail('malformed')
  if (holdsTooMuch(f)) return fail('too-large')
  if (!isRecordType(type)) return fail('unknown-type')
  if (!parseBucketId(bucket)) return fail('wrong-bucket')

  // The brands are born here: every part was checked above.
  const op = parsed.data as unknown as Op
  const { hash, ...unhashed } = op
  return (await sha256(sealedText(unhashed))) === hash ? ok(op) : fail('bad-hash')
}

function isFieldName(name: string): boolean {
  return FIELD_NAME.test(name) && name.split('.').every((part) => !RESERVED.has(part))
}

/** Looks for a text or a list beyond the bounds, without recursion. */
function holdsTooMuch(value: unknown): boolean {
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const item = waiting.pop()
    if (typeof item === 'string' && item.length > LIMITS.stringLength) return true
    if (item === null || typeof item !== 'object') continue
    const children = Object.values(item)
    if (children.length > MAX_ITEMS) return true
    for (const child of children) waiting.push(child)
  }
  return false
}
