import { Route, Routes } from 'react-router'
import { paths } from '#src/paths.ts'
import { addTexts } from '#ui/i18n.ts'
import { ChannelTableScreen } from './clocks/channel-table-screen.tsx'
import { en as clocksEn } from './clocks/en.ts'
import { fr as clocksFr } from './clocks/fr.ts'
import { en } from './en.ts'
import { EventsScreen } from './events-screen.tsx'
import { fr } from './fr.ts'

addTexts('events', { fr, en })
addTexts('event-clocks', { fr: clocksFr, en: clocksEn })

export function AdverseEventsRoutes() {
  return (
    <Routes>
      <Route path={paths.events()} element={<EventsScreen />} />
      <Route path={paths.channels()} element={<ChannelTableScreen />} />
      <Route path={paths.event(':id')} element={<EventsScreen />} />
    </Routes>
  )
}
