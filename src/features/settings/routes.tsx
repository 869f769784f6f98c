import { Route, Routes } from 'react-router'
import { paths } from '#src/paths.ts'
import { addTexts } from '#ui/i18n.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { SettingsScreen } from './settings-screen.tsx'

addTexts('settings', { fr, en })

export function SettingsRoutes() {
  return (
    <Routes>
      <Route path={paths.settings()} element={<SettingsScreen />} />
    </Routes>
  )
}
