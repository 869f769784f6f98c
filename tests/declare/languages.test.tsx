// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PHONE_LANGUAGES } from '#declare/languages.ts'
import { changeLanguage, startTexts, useTexts } from '#declare/use-texts.ts'
import { FAMILY_TEXTS } from '#domain/adverse-event/event-texts.ts'

/** What a translator brings: a few sentences and words, the rest to come. */
const LANGUAGES = {
  ...PHONE_LANGUAGES,
  es: {
    name: 'Español',
    base: 'fr' as const,
    load: async () => ({ texts: { back: 'Volver' }, words: { Chute: 'Caída' } }),
  },
}

function Page() {
  const { t, say } = useTexts()
  return <p>{[t('back'), say(FAMILY_TEXTS.fall), t('go'), say(FAMILY_TEXTS.meal)].join(' · ')}</p>
}

beforeEach(() => localStorage.clear())
afterEach(cleanup)

test('a third language needs one dictionary, and what it lacks is read in its base', async () => {
  await startTexts(LANGUAGES)
  const page = render(<Page />)
  expect(page.container.textContent).toBe('Retour · Chute · Continuer · Repas, fausse route')
  await act(() => changeLanguage('es', LANGUAGES))
  expect(page.container.textContent).toBe('Volver · Caída · Continuer · Repas, fausse route')
  expect(document.documentElement.lang).toBe('es')
  await act(() => startTexts(LANGUAGES))
  expect(page.container.textContent).toContain('Volver')
})

test('a language that cannot be loaded leaves the phone in the one it is read in', async () => {
  await startTexts()
  const broken = {
    ...LANGUAGES,
    ht: { ...LANGUAGES.es, load: () => Promise.reject(new Error('cut')) },
  }
  await expect(changeLanguage('ht', broken)).rejects.toThrow('cut')
  expect([document.documentElement.lang, localStorage.getItem('escale.language')]).toEqual([
    'fr',
    null,
  ])
})
