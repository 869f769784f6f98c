import { Route, Routes } from 'react-router'
import { paths } from '#src/paths.ts'
import { addTextsOnDemand } from '#ui/i18n.ts'
import { DashboardScreen } from './dashboard-screen.tsx'
import { fr } from './fr.ts'

// Awaited so that a page in English is never shown in French first; in French there is no wait.
await addTextsOnDemand('dashboard', { fr, en: async () => (await import('./en.ts')).en })

export function DashboardRoutes() {
  return (
    <Routes>
      <Route path={paths.home()} element={<DashboardScreen />} />
    </Routes>
  )
}
