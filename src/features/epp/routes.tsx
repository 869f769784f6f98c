import { Route, Routes } from 'react-router'
import { paths } from '#src/paths.ts'
import { addTexts } from '#ui/i18n.ts'
import { en } from './en.ts'
import { EppScreen } from './epp-screen.tsx'
import { EppsScreen } from './epps-screen.tsx'
import { fr } from './fr.ts'

addTexts('epp', { fr, en })

export function EppRoutes() {
  return (
    <Routes>
      <Route path={paths.epps()} element={<EppsScreen />} />
      <Route path={paths.epp(':id')} element={<EppScreen />} />
    </Routes>
  )
}
