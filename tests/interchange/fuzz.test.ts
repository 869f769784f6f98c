import { expect, test } from 'vitest'
import { badFile } from './fuzz/bad-files.ts'
import { convertEverywhere } from './fuzz/convert-everywhere.ts'

test('sixty damaged workbooks and questionnaires are read to a report, none crashes', async () => {
  let kept = 0
  for (let number = 1; number <= 60; number += 1) {
    const bytes = await badFile(number)
    if (await convertEverywhere(bytes)) kept += 1
  }
  expect(kept).toBeGreaterThan(15)
}, 60_000)
