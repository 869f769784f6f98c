import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deviceId, personId, recordId, siteId } from '#domain/shared/ids.ts'
import { bucketId } from '#domain/site/bucket.ts'
import { hashOp } from '#protocol/hash-op.ts'
import { hlcAt } from '#protocol/hlc.ts'
import { opId, type UnhashedOp } from '#protocol/op.ts'
import { parseOp } from '#protocol/parse-op.ts'

const unhashed: UnhashedOp = {
  id: opId(deviceId('d'), 1),
  rec: recordId('r'),
  type: 'audit',
  bucket: bucketId(siteId('s'), 'quality'),
  kind: 'create',
  f: { 'answers.C1': { v: 'yes', base: null } },
  sv: 1,
  actor: personId('p'),
  h: hlcAt(1),
  wall: 1,
  tz: -240,
}

const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

test('an operation crosses the wire and reads as it was', async () => {
  const op = await hashOp(unhashed)
  expect(await parseOp(overTheWire(op))).toEqual({ ok: true, value: op })
})

test('any JSON value written in a field keeps its hash across the wire', async () => {
  // All but the key that every reader turns away: see the test below.
  const values = fc
    .jsonValue({ maxDepth: 4 })
    .filter((value) => !JSON.stringify(value).includes('"__proto__":'))
  await fc.assert(
    fc.asyncProperty(values, async (value) => {
      const v = overTheWire(value) as string
      const op = await hashOp({ ...unhashed, f: { note: { v, base: null } } })
      expect(await parseOp(overTheWire(op))).toMatchObject({ ok: true })
    }),
    { numRuns: 300 },
  )
})

test('a value with a key __proto__ is not applied, however deep', async () => {
  const v = JSON.parse('[{"__proto__":false}]') as string
  const op = await hashOp({ ...unhashed, f: { note: { v, base: null } } })
  expect(await parseOp(overTheWire(op))).toEqual({ ok: false, error: 'bad-hash' })
})

test('whatever comes, reading answers and does not throw', async () => {
  const fields = ['id', 'rec', 'type', 'bucket', 'kind', 'f', 'closes', 'sv', 'h', 'hash', 'tz']
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...fields), fc.jsonValue(), async (field, junk) => {
      const op = { ...(overTheWire(await hashOp(unhashed)) as object), [field]: junk }
      expect(await parseOp(op)).toHaveProperty('ok')
    }),
    { numRuns: 500 },
  )
})

test('one bit changed in a field is seen', async () => {
  const op = await hashOp(unhashed)
  const changed = { ...op, f: { 'answers.C1': { v: 'yeS', base: null } } }
  expect(await parseOp(changed)).toEqual({ ok: false, error: 'bad-hash' })
})

test.each(['__proto__', 'constructor', 'answers.prototype', 'a b', '', 'a'.repeat(201)])(
  'a field named « %s » is refused',
  async (name) => {
    const f = Object.fromEntries([[name, { v: 1, base: null }]])
    const op = await hashOp({ ...unhashed, f })
    const read = await parseOp(overTheWire(op))
    expect(read.ok).toBe(false)
  },
)
