// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { askAgain, MissingPiece } from '#src/ask-again.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  document.head.replaceChildren()
})

test('a piece that did not come is asked again, and what asked for it never knows', async () => {
  const ask = vi.fn<() => Promise<string>>()
  ask.mockRejectedValueOnce(new TypeError('Failed to fetch')).mockResolvedValueOnce('the piece')
  const asked = askAgain(ask)
  await vi.runAllTimersAsync()
  await expect(asked).resolves.toBe('the piece')
  expect(ask).toHaveBeenCalledTimes(2)
})

test('asked four times, it is said missing with its cause', async () => {
  const cause = new TypeError('Failed to fetch /assets/routes.js')
  const asked = askAgain(() => Promise.reject(cause)).catch((error: unknown) => error)
  await vi.runAllTimersAsync()
  const error = await asked
  expect(error).toBeInstanceOf(MissingPiece)
  expect(error).toMatchObject({ cause, message: String(cause) })
})

test('the sheet of a piece is asked again too: its loader believes it is there', async () => {
  const lost = document.createElement('link')
  lost.rel = 'stylesheet'
  lost.href = '/assets/routes.css'
  document.head.append(lost)
  const ask = vi.fn(() => Promise.resolve('the piece'))
  ask.mockImplementationOnce(() => {
    lost.dispatchEvent(new Event('error'))
    return Promise.reject(new Error('Unable to preload CSS for /assets/routes.css'))
  })
  const asked = askAgain(ask)
  await vi.advanceTimersByTimeAsync(100)
  expect(ask).toHaveBeenCalledTimes(1)
  const again = [...document.head.querySelectorAll('link')].find((sheet) => sheet !== lost)
  again?.dispatchEvent(new Event('load'))
  await expect(asked).resolves.toBe('the piece')
  expect([...document.head.querySelectorAll('link')]).toEqual([again])
})
