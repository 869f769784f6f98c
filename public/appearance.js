// Before the first paint: theme and hand of this device (src/ui/appearance.ts keeps them), and whether
// a person holds the tablet. A file of its own because the page allows no inline script.
try {
  const root = document.documentElement
  const theme = localStorage.getItem('escale.theme')
  const night = matchMedia('(prefers-color-scheme: dark)').matches
  root.dataset.theme = theme && theme !== 'system' ? theme : night ? 'dark' : 'light'
  root.dataset.hand = localStorage.getItem('escale.hand') ?? 'right'
  root.lang = localStorage.getItem('escale.language') ?? 'fr'
  // Handed over and switched off since: it opens on the person's questions (tracers/alone/alone-lock.ts).
  const tracer = localStorage.getItem('escale.alone')
  if (tracer) history.replaceState(null, '', `/traceurs/${tracer}`)
} catch {
  // Storage refused: the page opens in its first theme, and main.tsx says what is refused.
  document.documentElement.dataset.theme = 'light'
}
