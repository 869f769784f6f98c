import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { paths } from '#src/paths.ts'
import { addTexts } from '#ui/i18n.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { GridScreen } from './grid-screen.tsx'
import { GridsScreen } from './grids-screen.tsx'

addTexts('grids', { fr, en })

// Few people bring a file: what reads one comes when it is asked for.
const ImportScreen = lazy(async () => ({
  default: (await import('./import/import-screen.tsx')).ImportScreen,
}))

export function GridsRoutes() {
  return (
    <Routes>
      <Route path={paths.grids()} element={<GridsScreen />} />
      <Route path={paths.importGrid()} element={<ImportScreen />} />
      <Route path={paths.grid(':id')} element={<GridScreen />} />
    </Routes>
  )
}
