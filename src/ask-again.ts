/*
 * A piece of the app that could not be had is asked again. The worker that serves it without network
 * may be stopped by the system while it answers, and a poor network may drop a file: neither may end
 * a screen, nor a tap. The build puts `askAgain` around each `import()` of `src` (vite.config.ts).
 */

/** Waits before each new demand, ms. */
const AGAIN_AFTER_MS = [100, 400, 1_500] as const

/** It was asked four times in two seconds and did not come; opening the page again is what is left. */
export class MissingPiece extends Error {
  override readonly name = 'MissingPiece'
}

/** Sheets that came to nothing: the loader asks for each once in the life of a page, and never again. */
const lostSheets = new Set<HTMLLinkElement>()
globalThis.addEventListener?.(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') lostSheets.add(target)
  },
  true,
)

/** What `ask` imports. Rejects with `MissingPiece` when it does not come. */
export async function askAgain<T>(ask: () => Promise<T>): Promise<T> {
  for (const waitMs of AGAIN_AFTER_MS) {
    try {
      await Promise.all([...lostSheets].map(loadAgain))
      return await ask()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, waitMs))
    }
  }
  await Promise.all([...lostSheets].map(loadAgain)).catch(() => undefined) // ugly beats absent
  return ask().catch((cause: unknown) => {
    throw new MissingPiece(String(cause), { cause })
  })
}

function loadAgain(lost: HTMLLinkElement): Promise<void> {
  const sheet = document.createElement('link')
  sheet.rel = 'stylesheet'
  sheet.href = lost.href
  return new Promise((resolve, reject) => {
    sheet.addEventListener('load', () => {
      lostSheets.delete(lost)
      lost.remove()
      resolve()
    })
    sheet.addEventListener('error', () => {
      lostSheets.delete(sheet)
      sheet.remove()
      reject(new Error(`${lost.href} did not come`))
    })
    document.head.append(sheet)
  })
}
