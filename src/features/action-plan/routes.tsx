import { Route, Routes } from 'react-router'
import { paths } from '#src/paths.ts'
import { addTexts } from '#ui/i18n.ts'
import { ActionScreen } from './action-screen.tsx'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { PlanScreen } from './plan-screen.tsx'

addTexts('actions', { fr, en })

export function ActionPlanRoutes() {
  return (
    <Routes>
      <Route path={paths.actions()} element={<PlanScreen />} />
      <Route path={paths.action(':id')} element={<ActionScreen />} />
    </Routes>
  )
}
