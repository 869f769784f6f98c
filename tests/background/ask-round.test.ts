// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { keepBackgroundRounds, ROUND_TAG } from '#src/background/ask-round.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** A browser with Background Sync, and a page with something or nothing to send. */
function aBrowser({ refuses = false } = {}) {
  const asked: string[] = []
  const listeners = new Set<() => void>()
  const page = { isWaiting: false }
  const sync = {
    register: async (tag: string) => {
      if (refuses) throw new DOMException('no', 'NotAllowedError')
      asked.push(tag)
    },
  }
  vi.stubGlobal('SyncManager', class {})
  Object.defineProperty(navigator, 'serviceWorker', {
    configurable: true,
    value: { register: async () => ({ sync }), getRegistration: async () => ({ sync }) },
  })
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible')
  return {
    asked,
    begin: () =>
      keepBackgroundRounds({
        isWaiting: () => page.isWaiting,
        subscribe(listener) {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
      }),
    write(isWaiting = true) {
      page.isWaiting = isWaiting
      for (const listener of listeners) listener()
    },
    turnTo(state: 'hidden' | 'visible') {
      visibility.mockReturnValue(state)
      document.dispatchEvent(new Event('visibilitychange'))
    },
  }
}

test('a page put away with something to send asks for one round, and for no second', async () => {
  const browser = aBrowser()
  await browser.begin()
  browser.write()
  expect(browser.asked).toEqual([])
  browser.turnTo('hidden')
  browser.turnTo('visible')
  browser.turnTo('hidden')
  expect(browser.asked).toEqual([ROUND_TAG])
})

test('once all was sent, what is written later is asked for anew', async () => {
  const browser = aBrowser()
  await browser.begin()
  browser.turnTo('hidden')
  browser.write()
  browser.write(false)
  browser.write()
  expect(browser.asked).toEqual([ROUND_TAG, ROUND_TAG])
})

test('a page with nothing to send asks for nothing', async () => {
  const browser = aBrowser()
  await browser.begin()
  browser.turnTo('hidden')
  expect(browser.asked).toEqual([])
})

test('a browser that refuses is asked again at the next change, and nothing is thrown', async () => {
  const browser = aBrowser({ refuses: true })
  await browser.begin()
  browser.write()
  browser.turnTo('hidden')
  await Promise.resolve()
  browser.turnTo('hidden')
  expect(browser.asked).toEqual([])
})

test('a browser without Background Sync is left alone', async () => {
  vi.stubGlobal('SyncManager', undefined)
  Reflect.deleteProperty(globalThis, 'SyncManager')
  await expect(
    keepBackgroundRounds({ isWaiting: () => true, subscribe: () => () => undefined }),
  ).resolves.toBeUndefined()
})
