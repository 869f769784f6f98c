import '#ui/tokens.css'
import '#ui/base.css'
import { createRoot } from 'react-dom/client'
import { App } from '#app/app.tsx'
import { registerWorker } from '#app/app-updates.ts'
import { begin } from '#app/begin.ts'
import { fr } from '#app/fr.ts'
import { askPersistence } from '#data/persist.ts'
import { followSystemTheme } from '#ui/appearance.ts'
import { holdWhileTyping } from '#ui/dirty.ts'
import { addTextsOnDemand, startI18n, storedLanguage } from '#ui/i18n.ts'
import { keepInstallOffer } from '#ui/install/install.ts'
import { reportFailure } from '#ui/notices.ts'

/*
 * Composition root of the app: the only place that knows the device, the data and the screens.
 * Theme and hand are set before the first paint by `public/appearance.js`.
 */
followSystemTheme()
holdWhileTyping(document)
keepInstallOffer()

const element = document.getElementById('root')
if (!element) throw new Error('index.html has no #root')

await addTextsOnDemand('shell', { fr, en: async () => (await import('#app/en.ts')).en })
await startI18n(storedLanguage())
const start = await begin()
if (start.kind === 'ready') {
  start.workspace.sync.start()
  // Asked without waiting: the answer is shown in the settings, and the work begins meanwhile.
  reportFailure(askPersistence())
}
createRoot(element).render(<App start={start} />)

// After the screen: the first paint does not wait for files it does not need.
reportFailure(registerWorker())
if (start.kind === 'ready') {
  const { workspace } = start
  reportFailure(import('#data/ballast.ts').then((it) => it.layBallast()))
  reportFailure(
    import('#data/second-copy/second-copy.ts').then((it) => it.watchSecondCopy(workspace)),
  )
  const { sync } = workspace
  const isWaiting = () => sync.status().waiting.length > 0 || sync.status().photos.waiting > 0
  if (import.meta.env.PROD) {
    reportFailure(
      import('#src/background/ask-round.ts').then((it) =>
        it.keepBackgroundRounds({ isWaiting, subscribe: sync.subscribe }),
      ),
    )
  }
  if ('setAppBadge' in navigator)
    reportFailure(import('#app/app-badge.ts').then((it) => it.keepAppBadge(workspace, navigator)))
}
