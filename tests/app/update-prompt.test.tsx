// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { useUpdates, watchUpdates } from '#app/app-updates.ts'
import { en } from '#app/en.ts'
import { fr } from '#app/fr.ts'
import { UpdatePrompt } from '#app/update-prompt.tsx'
import { holdWhileTyping, useDirty, useHoldsUpdates } from '#ui/dirty.ts'
import { addTexts } from '#ui/i18n.ts'

addTexts('shell', { fr, en })
holdWhileTyping(document)

/** A browser in which a new worker waits, and whose every gesture is written down. */
function browserWithUpdate() {
  const done: string[] = []
  const timers: { ms: number; run: () => void }[] = []
  let takeover = () => {}
  let tabMessage = (_message: unknown) => {}
  watchUpdates({
    onWaiting: (listener) => listener(),
    onTakeover: (listener) => {
      takeover = listener
    },
    activateWaiting: () => done.push('activate'),
    tellTabs: (message) => done.push(`tell ${message}`),
    onTabMessage: (listener) => {
      tabMessage = listener
    },
    reload: () => done.push('reload'),
    after: (ms, run) => timers.push({ ms, run }),
  })
  return { done, timers, takeover: () => takeover(), hear: (m: unknown) => tabMessage(m) }
}

function Form() {
  useHoldsUpdates(true)
  return <input aria-label="Constat" />
}

const installButton = () => screen.queryByRole('button', { name: 'Installer la nouvelle version' })

describe('a new version of the app', () => {
  beforeEach(() => {
    cleanup()
    useUpdates.setState({ kind: 'none', install: () => undefined })
    useDirty.setState({ holders: new Set() })
  })

  it('says nothing while there is none', () => {
    const { container } = render(<UpdatePrompt roundRuns={false} />)
    expect(container.textContent).toBe('')
  })

  it('is installed when a person accepts, and the page reloads once the worker took over', async () => {
    const browser = browserWithUpdate()
    render(<UpdatePrompt roundRuns={false} />)
    expect(browser.done).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Installer la nouvelle version' }))
    expect(browser.done).toEqual(['tell accepted', 'activate'])
    browser.takeover()
    expect(browser.done).toEqual(['tell accepted', 'activate', 'reload'])
  })

  it('reloads by itself after 3 s where the takeover is never announced, and only once', async () => {
    const browser = browserWithUpdate()
    render(<UpdatePrompt roundRuns={false} />)
    await userEvent.click(screen.getByRole('button', { name: 'Installer la nouvelle version' }))
    expect(browser.timers.map(({ ms }) => ms)).toEqual([3_000])
    for (const { run } of browser.timers) run()
    browser.takeover()
    expect(browser.done.filter((gesture) => gesture === 'reload')).toHaveLength(1)
  })

  it('is not offered while a form is under way, and is offered again after', () => {
    browserWithUpdate()
    const { rerender } = render(
      <>
        <UpdatePrompt roundRuns={false} />
        <Form />
      </>,
    )
    expect(installButton()).toBeNull()
    rerender(<UpdatePrompt roundRuns={false} />)
    expect(installButton()).not.toBeNull()
  })

  it('is not offered while a round of sending runs', () => {
    browserWithUpdate()
    render(<UpdatePrompt roundRuns />)
    expect(installButton()).toBeNull()
  })

  it('is not offered while someone types in any field', async () => {
    browserWithUpdate()
    render(
      <>
        <UpdatePrompt roundRuns={false} />
        <input aria-label="Constat" />
      </>,
    )
    await userEvent.click(screen.getByLabelText('Constat'))
    expect(installButton()).toBeNull()
    await userEvent.tab()
    expect(installButton()).not.toBeNull()
  })

  it('refuses even an acceptance that comes at the same moment as a first keystroke', () => {
    const browser = browserWithUpdate()
    const { install } = useUpdates.getState()
    useDirty.setState({ holders: new Set(['form']) })
    install()
    expect(browser.done).toEqual([])
  })

  it('accepted in another tab, it leaves this page as it is and says so', async () => {
    const browser = browserWithUpdate()
    render(<UpdatePrompt roundRuns={false} />)
    act(() => browser.hear('accepted'))
    expect(browser.done).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Recharger cette page' }))
    expect(browser.done).toEqual(['reload'])
  })
})
