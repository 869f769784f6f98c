// @vitest-environment node
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { EQUIVALENTS, equivalenceOf } from './equivalent.ts'
import { instrument } from './instrument.ts'

test.each(EQUIVALENTS)('$file: $code, $change, is still there', (known) => {
  const { mutants } = instrument(known.file, readFileSync(known.file, 'utf8'), 1)
  expect(mutants.filter((mutant) => equivalenceOf(mutant) === known)).not.toEqual([])
})
