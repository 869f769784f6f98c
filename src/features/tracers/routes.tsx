import { Route, Routes } from 'react-router'
import { paths } from '#src/paths.ts'
import { addTexts } from '#ui/i18n.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { TracerScreen } from './tracer-screen.tsx'
import { TracersScreen } from './tracers-screen.tsx'

addTexts('tracers', { fr, en })

export function TracersRoutes() {
  return (
    <Routes>
      <Route path={paths.tracers()} element={<TracersScreen />} />
      <Route path={paths.tracer(':id')} element={<TracerScreen />} />
    </Routes>
  )
}
