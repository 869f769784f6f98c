import { afterEach, expect, vi } from 'vitest'

// A stray console.error is a fault nobody looked at: it fails the test that caused it.
const stray = vi.spyOn(console, 'error')

afterEach(() => {
  const calls = stray.mock.calls.map((call) => call.map(String).join(' '))
  stray.mockClear()
  expect(calls).toEqual([])
})

// jsdom has the element and not its methods. A modal there is an open dialog: no top layer, no inert
// page, which tests in a real browser look at.
if (typeof HTMLDialogElement !== 'undefined' && !('showModal' in HTMLDialogElement.prototype)) {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
    close(this: HTMLDialogElement) {
      this.open = false
    },
  })
}

// The arrows of user-event look for the radios of one name by a selector, and jsdom has no CSS.escape.
if (typeof document !== 'undefined' && document.defaultView) {
  Object.assign(document.defaultView, {
    CSS: { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') },
  })
}

// A second is short for a screen of a hundred cells on a machine that does ten things at once.
if (typeof document !== 'undefined') {
  const { configure, prettyDOM } = await import('@testing-library/dom')
  configure({
    asyncUtilTimeout: 10_000,
    // The page goes into the message of each look that finds nothing, twenty times a second while a test
    // waits: of a screen of two thousand elements, that printing was most of the wait. It is printed once
    // the message is read, so for the look that failed the test.
    getElementError(message, container) {
      const error = new Error()
      error.name = 'TestingLibraryElementError'
      Object.defineProperty(error, 'message', {
        configurable: true,
        get: () => [message, prettyDOM(container)].filter(Boolean).join('\n\n'),
      })
      return error
    },
  })
}
