import { frenchSpaces } from '#domain/shared/typography.ts'

/** Where a command speaks. Results go to the standard output, all the rest beside it. */
export interface Terminal {
  /** A line of result. */
  say(line: string): void
  /** What went wrong, or must be known: never mixed with a result that a program reads. */
  warn(line: string): void
  /** How far a long work is; shown on a terminal in place, nowhere else. */
  progress(line: string): void
}

/** The process's own terminal. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process
  const clear = () => {
    if (stderr.isTTY) stderr.write('\r\x1b[2K')
  }
  return {
    say(line) {
      clear()
      stdout.write(`${line}\n`)
    },
    warn(line) {
      clear()
      stderr.write(`${frenchSpaces(line)}\n`)
    },
    progress(line) {
      if (!stderr.isTTY) return
      clear()
      stderr.write(frenchSpaces(line))
    },
  }
}
