import { Route, Routes } from 'react-router'
import { paths } from '#src/paths.ts'
import { addTexts } from '#ui/i18n.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { ReviewScreen } from './review/review-screen.tsx'
import { SyncScreen } from './sync-screen.tsx'

addTexts('sync', { fr, en })

export function SyncRoutes() {
  return (
    <Routes>
      <Route path={paths.sync()} element={<SyncScreen />} />
      <Route path={paths.review()} element={<ReviewScreen />} />
    </Routes>
  )
}
