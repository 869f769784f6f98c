import { Route, Routes } from 'react-router'
import { paths } from '#src/paths.ts'
import { addTexts } from '#ui/i18n.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { GridScreen } from './grid-screen.tsx'
import { GridsScreen } from './grids-screen.tsx'

addTexts('grids', { fr, en })

export function GridsRoutes() {
  return (
    <Routes>
      <Route path={paths.grids()} element={<GridsScreen />} />
      <Route path={paths.grid(':id')} element={<GridScreen />} />
    </Routes>
  )
}
