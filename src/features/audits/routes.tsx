import { Route, Routes } from 'react-router'
import { paths } from '#src/paths.ts'
import { addTexts } from '#ui/i18n.ts'
import { AuditResultScreen } from './audit-result-screen.tsx'
import { AuditScreen } from './audit-screen.tsx'
import { AuditsScreen } from './audits-screen.tsx'
import { DoubleRatingScreen } from './double-rating-screen.tsx'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { ResumeAudit } from './resume-audit.tsx'

addTexts('audits', { fr, en })

export function AuditsRoutes() {
  return (
    <Routes>
      <Route path={paths.audits()} element={<AuditsScreen />} />
      <Route path={paths.resumeAudit()} element={<ResumeAudit />} />
      <Route path={paths.audit(':id')} element={<AuditScreen />} />
      <Route path={paths.auditResult(':id')} element={<AuditResultScreen />} />
      <Route path={paths.auditDouble(':id')} element={<DoubleRatingScreen />} />
    </Routes>
  )
}
