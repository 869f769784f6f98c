import { Route, Routes } from 'react-router'
import { paths } from '#src/paths.ts'
import { addTexts } from '#ui/i18n.ts'
import { AnalysesScreen } from './analysis/analyses-screen.tsx'
import { AnalysisScreen } from './analysis/analysis-screen.tsx'
import { en as analysisEn } from './analysis/en.ts'
import { fr as analysisFr } from './analysis/fr.ts'
import { en as authorEn } from './author/en.ts'
import { fr as authorFr } from './author/fr.ts'
import { ChannelTableScreen } from './clocks/channel-table-screen.tsx'
import { en as clocksEn } from './clocks/en.ts'
import { fr as clocksFr } from './clocks/fr.ts'
import { en } from './en.ts'
import { EventsScreen } from './events-screen.tsx'
import { fr } from './fr.ts'
import { en as numbersEn } from './numbers/en.ts'
import { fr as numbersFr } from './numbers/fr.ts'
import { NumbersScreen } from './numbers/numbers-screen.tsx'
import { CharterScreen } from './return/charter-screen.tsx'
import { en as returnEn } from './return/en.ts'
import { fr as returnFr } from './return/fr.ts'
import { ReturnScreen } from './return/return-screen.tsx'
import { ScalesScreen } from './triage/scales-screen.tsx'

addTexts('events', { fr, en })
addTexts('event-analysis', { fr: analysisFr, en: analysisEn })
addTexts('event-author', { fr: authorFr, en: authorEn })
addTexts('event-return', { fr: returnFr, en: returnEn })
addTexts('event-numbers', { fr: numbersFr, en: numbersEn })
addTexts('event-clocks', { fr: clocksFr, en: clocksEn })

export function AdverseEventsRoutes() {
  return (
    <Routes>
      <Route path={paths.events()} element={<EventsScreen />} />
      <Route path={paths.channels()} element={<ChannelTableScreen />} />
      <Route path={paths.scales()} element={<ScalesScreen />} />
      <Route path={paths.analyses()} element={<AnalysesScreen />} />
      <Route path={paths.analysis(':id')} element={<AnalysisScreen />} />
      <Route path={paths.eventReturn()} element={<ReturnScreen />} />
      <Route path={paths.eventNumbers()} element={<NumbersScreen />} />
      <Route path={paths.charter()} element={<CharterScreen />} />
      <Route path={paths.event(':id')} element={<EventsScreen />} />
    </Routes>
  )
}
