import { create } from 'zustand'
import { keepChoice, readChoice } from '#ui/local-choice.ts'

/** `public/appearance.js` reads it before the first paint. */
const KEY = 'escale.alone'

/**
 * Record of the tracer in the person's hands; empty while the tablet is the officer's. Kept on the
 * device, so that a tablet switched off and on again does not open the rest of the app.
 */
export const useAloneLock = create<{ readonly tracer: string }>(() => ({
  tracer: readChoice(KEY) ?? '',
}))

export function handTabletOver(tracer: string): void {
  keepChoice(KEY, tracer)
  useAloneLock.setState({ tracer })
}

export function takeTabletBack(): void {
  handTabletOver('')
}
