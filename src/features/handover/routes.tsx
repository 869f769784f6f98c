import { Route, Routes } from 'react-router'
import { paths } from '#src/paths.ts'
import { addTexts } from '#ui/i18n.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { HandoverScreen } from './handover-screen.tsx'
import { ScanScreen } from './scan/scan-screen.tsx'

addTexts('handover', { fr, en })

export function HandoverRoutes() {
  return (
    <Routes>
      <Route path={paths.handover()} element={<HandoverScreen />} />
      <Route path={paths.handoverScan()} element={<ScanScreen />} />
    </Routes>
  )
}
