import { create } from 'zustand'

/** Chromium's own event; it is in no standard, so not in the DOM types. */
interface InstallPromptEvent extends Event {
  prompt(): Promise<unknown>
}

interface InstallState {
  readonly event: InstallPromptEvent | undefined
}

const useInstall = create<InstallState>(() => ({ event: undefined }))

/** Keeps the browser's offer to install until a person asks for it. Called once by the entry. */
export function keepInstallOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    useInstall.setState({ event: event as InstallPromptEvent })
  })
  addEventListener('appinstalled', () => useInstall.setState({ event: undefined }))
}

/** Shows the browser's own question; undefined where it has none. */
export function useInstallPrompt(): (() => void) | undefined {
  const event = useInstall((state) => state.event)
  if (!event) return undefined
  return () => {
    event.prompt().finally(() => useInstall.setState({ event: undefined }))
  }
}

/** True when opened from its icon, as an app of its own. */
export function isInstalled(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(display-mode: standalone)').matches
}

/**
 * True on iPhone and iPad, where only the Share menu installs. An iPad says it is a Mac: what tells
 * them apart is that no Mac has a touch screen.
 */
export function needsHomeScreen(device: {
  readonly userAgent: string
  readonly maxTouchPoints: number
}): boolean {
  const { userAgent, maxTouchPoints } = device
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)
}
