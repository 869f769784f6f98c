import { describe, expect, it } from 'vitest'
import resourceTypes from '#src/i18next.d.ts?raw'

type Texts = Record<string, string>
const french = import.meta.glob<{ fr: Texts }>('/src/**/fr.ts', { eager: true })
const english = import.meta.glob<{ en: Texts }>('/src/**/en.ts', { eager: true })

const dictionaries = Object.entries(french).map(([path, { fr }]) => ({
  path,
  fr,
  en: english[path.replace(/fr\.ts$/, 'en.ts')]?.en ?? {},
}))

/** Not in the embedded font, or drawn as icons (design README §2): they would print as a box. */
const FORBIDDEN = /[\u202f→←≥≤✓✗]/u
const PLACEHOLDER = /\{\{(\w+)\}\}/g

function placeholders(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, name]) => name ?? '').sort()
}

it('there are dictionaries to compare', () => {
  expect(dictionaries.length).toBeGreaterThan(2)
  expect(Object.keys(english).length).toBe(dictionaries.length)
})

describe.each(dictionaries)('$path', ({ path, fr, en }) => {
  it('says in English all that it says in French, and nothing else', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort())
  })

  it('fills the same blanks in both languages', () => {
    for (const [key, text] of Object.entries(fr)) {
      expect([key, placeholders(en[key] ?? '')]).toEqual([key, placeholders(text)])
    }
  })

  it('leaves no text empty and no glyph the font lacks', () => {
    for (const [key, text] of [...Object.entries(fr), ...Object.entries(en)]) {
      expect(text.trim(), key).not.toBe('')
      expect(text, key).not.toMatch(FORBIDDEN)
    }
  })

  it('writes French with ordinary spaces, curved apostrophes and no exclamation', () => {
    for (const [key, text] of Object.entries(fr)) {
      expect(text, key).not.toMatch(/\u00a0|'|!/u)
    }
  })

  it('has its keys typed', () => {
    if (path.startsWith('/src/reports/')) return // reports do not go through i18next
    const specifier = `#${path.replace('/src/', '')}`
    expect(resourceTypes).toContain(`import('${specifier}')`)
  })
})
