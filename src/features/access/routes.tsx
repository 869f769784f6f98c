import { Route, Routes } from 'react-router'
import { paths } from '#src/paths.ts'
import { addTexts } from '#ui/i18n.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { JoinScreen } from './join-screen.tsx'
import { PostersScreen } from './posters-screen.tsx'
import { ProfilesScreen } from './profiles-screen.tsx'
import { SetupScreen } from './setup-screen.tsx'
import { TeamScreen } from './team-screen.tsx'

addTexts('access', { fr, en })

export function AccessRoutes() {
  return (
    <Routes>
      <Route path={paths.join()} element={<JoinScreen />} />
      <Route path={paths.setup()} element={<SetupScreen />} />
      <Route path={paths.profiles()} element={<ProfilesScreen />} />
      <Route path={paths.team()} element={<TeamScreen />} />
      <Route path={paths.posters()} element={<PostersScreen />} />
    </Routes>
  )
}
