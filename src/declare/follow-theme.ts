/**
 * A wall phone has no settings: it follows the system, and « plein jour » answers whoever asked
 * their system for more contrast.
 */
export function followTheme(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const contrast = window.matchMedia('(prefers-contrast: more)')
  const apply = () => {
    const theme = dark.matches ? 'dark' : contrast.matches ? 'jour' : 'light'
    document.documentElement.dataset.theme = theme
  }
  dark.addEventListener('change', apply)
  contrast.addEventListener('change', apply)
  apply()
}
