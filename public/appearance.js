// Before the first paint: theme and hand of this device (src/ui/appearance.ts keeps them). A file of
// its own because the page allows no inline script.
try {
  const root = document.documentElement
  const theme = localStorage.getItem('escale.theme')
  const night = matchMedia('(prefers-color-scheme: dark)').matches
  root.dataset.theme = theme && theme !== 'system' ? theme : night ? 'dark' : 'light'
  root.dataset.hand = localStorage.getItem('escale.hand') ?? 'right'
  root.lang = localStorage.getItem('escale.language') ?? 'fr'
} catch {
  // Storage refused: the page opens in its first theme, and main.tsx says what is refused.
  document.documentElement.dataset.theme = 'light'
}
