import { create } from 'zustand'
import { keepChoice, readChoice } from './local-choice.ts'

/*
 * Theme and hand of this device, kept in localStorage so that `public/appearance.js` can set them
 * before the first paint. That script reads the same keys: change both together.
 */
export const THEMES = ['system', 'light', 'dark', 'jour'] as const
export type Theme = (typeof THEMES)[number]
export const HANDS = ['right', 'left'] as const
export type Hand = (typeof HANDS)[number]

const THEME_KEY = 'escale.theme'
const HAND_KEY = 'escale.hand'

interface Appearance {
  readonly theme: Theme
  readonly hand: Hand
}

/** What was chosen on this device: `system` follows it, and is never « plein jour ». */
export const useAppearance = create<Appearance>(() => ({
  theme: pick(THEMES, readChoice(THEME_KEY)),
  hand: pick(HANDS, readChoice(HAND_KEY)),
}))

export function setTheme(theme: Theme): void {
  keepChoice(THEME_KEY, theme)
  useAppearance.setState({ theme })
  applyTheme()
}

export function setHand(hand: Hand): void {
  keepChoice(HAND_KEY, hand)
  useAppearance.setState({ hand })
  document.documentElement.dataset.hand = hand
}

/** Follows the night of the device for as long as nobody chose a theme. */
export function followSystemTheme(): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', applyTheme)
}

function applyTheme(): void {
  const { theme } = useAppearance.getState()
  const night = matchMedia('(prefers-color-scheme: dark)').matches
  document.documentElement.dataset.theme = theme === 'system' ? (night ? 'dark' : 'light') : theme
}

function pick<T extends string>(known: readonly [T, ...T[]], stored: string | null): T {
  return known.find((value) => value === stored) ?? known[0]
}
