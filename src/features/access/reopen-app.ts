import { paths } from '#src/paths.ts'

/**
 * Opens the app anew at its home page. A workspace is opened once, by the entry: changing person is
 * a new start, so that nothing of the one before stays in memory.
 */
export function reopenApp(): void {
  location.assign(paths.home())
}
