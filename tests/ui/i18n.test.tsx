// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { afterEach, describe, expect, it } from 'vitest'
import { day } from '#domain/shared/day.ts'
import { formatClock, formatDay, formatNumber, formatPercent } from '#ui/format.ts'
import { formatBytes } from '#ui/format-bytes.ts'
import { addTextsOnDemand, setLanguage, startI18n, storedLanguage, useText } from '#ui/i18n.ts'

const NO_BREAK = '\u00a0'

function Target() {
  const { t } = useTranslation('ui')
  const text = useText()
  return (
    <>
      <p>{t('target', { value: '90 %' })}</p>
      <p>{text({ fr: 'Prêt ?', en: 'Ready?' })}</p>
    </>
  )
}

describe('the words of the app', () => {
  afterEach(cleanup)

  it('French gets its no-break spaces, in texts and in values', async () => {
    await startI18n('fr')
    const { container } = render(<Target />)
    expect(container.textContent).toBe(`Cible${NO_BREAK}: 90${NO_BREAK}%Prêt${NO_BREAK}?`)
  })

  it('changing the language changes the page, its lang and the next visit', async () => {
    await startI18n('fr')
    render(<Target />)
    await act(() => setLanguage('en'))
    expect(screen.getByText('Target: 90 %')).toBeDefined()
    expect(screen.getByText('Ready?')).toBeDefined()
    expect(document.documentElement.lang).toBe('en')
    expect(storedLanguage()).toBe('en')
    await act(() => setLanguage('fr'))
  })
})

describe('texts read on demand', () => {
  const fr = { start: 'Bonjour' }

  it('English is not read in French, then read once when someone chooses it', async () => {
    await startI18n('fr')
    let reads = 0
    await addTextsOnDemand('demand', {
      fr,
      en: async () => {
        reads += 1
        return { start: 'Hello' }
      },
    })
    expect([reads, i18next.t('demand:start' as never)]).toEqual([0, 'Bonjour'])
    await startI18n('en')
    await startI18n('en')
    expect([reads, i18next.t('demand:start' as never)]).toEqual([1, 'Hello'])
    await startI18n('fr')
  })

  it('a file that cannot be had leaves French', async () => {
    await startI18n('en')
    await addTextsOnDemand('absent', { fr, en: () => Promise.reject(new Error('no network')) })
    expect(i18next.t('absent:start' as never)).toBe('Bonjour')
    await startI18n('fr')
  })
})

describe('days and figures as people read them', () => {
  it('days', () => {
    expect(formatDay(day('2026-11-24'), 'fr', 'long')).toBe('mardi 24 novembre 2026')
    expect(formatDay(day('2026-11-24'), 'fr')).toBe('24 nov. 2026')
    expect(formatDay(day('2026-11-24'), 'fr', 'weekday')).toBe('mardi 24 nov.')
    expect(formatDay(day('2026-12-01'), 'fr', 'long')).toBe('mardi 1er décembre 2026')
    expect(formatDay(day('2026-12-01'), 'en', 'long')).toBe('Tuesday 1 December 2026')
  })

  it('the hour of the home, not of the machine', () => {
    const noonInParis = Date.UTC(2026, 10, 24, 11, 0, 7)
    expect(formatClock(noonInParis, 'fr', 'Europe/Paris', true)).toBe('12:00:07')
    expect(formatClock(noonInParis, 'fr', 'America/Guadeloupe')).toBe('7:00')
  })

  it('figures, with no narrow space', () => {
    expect(formatPercent(0.845, 'fr', 1)).toBe(`84,5${NO_BREAK}%`)
    expect(formatNumber(12345.67, 'fr', 1)).toBe(`12${NO_BREAK}345,7`)
    expect(formatBytes(0, 'fr')).toBe(`0${NO_BREAK}o`)
    expect(formatBytes(3_400_000, 'fr')).toBe(`3,4${NO_BREAK}Mo`)
    expect(formatBytes(999_999, 'en')).toBe(`1,000${NO_BREAK}kB`)
  })
})
