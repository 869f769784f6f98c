import { expect, test } from 'vitest'
import { en as accessEn } from '#features/access/en.ts'
import { fr as accessFr } from '#features/access/fr.ts'
import { en as settingsEn } from '#features/settings/en.ts'
import { fr as settingsFr } from '#features/settings/fr.ts'
import { en as syncEn } from '#features/sync/en.ts'
import { fr as syncFr } from '#features/sync/fr.ts'

test.each([
  ['access', accessFr, accessEn],
  ['settings', settingsFr, settingsEn],
  ['sync', syncFr, syncEn],
] as const)('%s says the same things in both languages', (_, fr, en) => {
  const values = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort()
  expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort())
  const english: Readonly<Record<string, string>> = en
  for (const [key, text] of Object.entries(fr)) {
    expect([key, values(english[key] ?? '')]).toEqual([key, values(text)])
  }
})
