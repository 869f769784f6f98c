import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { paths } from '#src/paths.ts'
import { addTextsOnDemand } from '#ui/i18n.ts'
import { fr } from './fr.ts'
import { StartScreen } from './start-screen.tsx'

// Awaited so that a page in English is never shown in French first; in French there is no wait.
await addTextsOnDemand('tour', { fr, en: async () => (await import('./en.ts')).en })

// The start page is what a person waits for; the pages behind a link come when it is followed.
const DepartureScreen = lazy(async () => ({
  default: (await import('./departure-screen.tsx')).DepartureScreen,
}))
const SiteScreen = lazy(async () => ({ default: (await import('./site-screen.tsx')).SiteScreen }))

export function TourRoutes() {
  return (
    <Routes>
      <Route path={paths.home()} element={<StartScreen />} />
      <Route path={paths.departure()} element={<DepartureScreen />} />
      <Route path={paths.site(':id')} element={<SiteScreen />} />
    </Routes>
  )
}
