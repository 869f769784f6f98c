import '#ui/tokens.css'
import '#ui/base.css'
import { createRoot } from 'react-dom/client'
import { DeclareApp } from './declare-app.tsx'
import { followTheme } from './follow-theme.ts'
import { NoPlaceScreen } from './no-place-screen.tsx'
import { createOutboxSender } from './outbox-sender.ts'
import type { Phone } from './phone.ts'
import { openPhoneStore } from './phone-store.ts'
import { startTexts } from './use-texts.ts'

/*
 * Composition root of the ward phone: `/declarer#TOKEN`. The token stays in the fragment, so that
 * it reaches no server log; another poster scanned while the page is open begins again there.
 */
followTheme()

const element = document.getElementById('root')
if (!element) throw new Error('declarer.html has no #root')
const root = createRoot(element)

const [store] = await Promise.all([
  openPhoneStore().catch(() => undefined),
  startTexts().catch(() => undefined), // a language that cannot be loaded: French is in the page
])
if (!window.isSecureContext) root.render(<NoPlaceScreen reason="not-secure" />)
else if (!store) root.render(<NoPlaceScreen reason="no-storage" />)
else {
  const fetch = window.fetch.bind(window)
  const phone: Phone = {
    store,
    outbox: createOutboxSender({ store, fetch }),
    fetch,
    now: () => Date.now(),
    randomUUID: () => crypto.randomUUID(),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  }
  const show = () => {
    const scanned = decodeURIComponent(window.location.hash.slice(1))
    root.render(<DeclareApp key={scanned} phone={phone} scanned={scanned} />)
  }
  window.addEventListener('hashchange', show)
  show()
  phone.outbox.start()
  const { outbox } = phone
  const unsent = { isWaiting: () => outbox.state().waiting > 0, subscribe: outbox.subscribe }
  if (import.meta.env.PROD) {
    import('#src/background/ask-round.ts')
      .then(({ keepBackgroundRounds }) => keepBackgroundRounds(unsent))
      .catch(() => undefined)
  }
}

// Both only help: a phone that refuses them still declares while the page is open.
navigator.storage?.persist?.().catch(() => false)
if (import.meta.env.PROD) navigator.serviceWorker?.register('/sw.js').catch(() => undefined)
