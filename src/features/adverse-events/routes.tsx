import { Route, Routes } from 'react-router'
import { paths } from '#src/paths.ts'
import { addTexts } from '#ui/i18n.ts'
import { en } from './en.ts'
import { EventsScreen } from './events-screen.tsx'
import { fr } from './fr.ts'

addTexts('events', { fr, en })

export function AdverseEventsRoutes() {
  return (
    <Routes>
      <Route path={paths.events()} element={<EventsScreen />} />
      <Route path={paths.event(':id')} element={<EventsScreen />} />
    </Routes>
  )
}
