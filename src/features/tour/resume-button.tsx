import { useTranslation } from 'react-i18next'
import { paths } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { fillingPath } from './filling-words.ts'
import type { HomeFilling } from './home-view.ts'
import { useLeftAt } from './use-left-at.ts'

const RESUME = { audit: 'resumeAudit', epp: 'resumeEpp', tracer: 'resumeTracer' } as const

interface ResumeButtonProps {
  readonly site: string
  readonly drafts: readonly HomeFilling[]
}

/** The next gesture: what was left in the middle here, at its criterion, else a new audit. */
export function ResumeButton({ site, drafts }: ResumeButtonProps) {
  const { t } = useTranslation('tour')
  const first = drafts.find(({ kind }) => kind === 'audit') ?? drafts[0]
  const question = useLeftAt(first)
  if (!first) {
    return (
      <ButtonLink tone="primary" to={`${paths.audits()}?site=${site}`}>
        {t('startAudit')}
      </ButtonLink>
    )
  }
  return (
    <ButtonLink tone="primary" to={fillingPath(first)}>
      {t(RESUME[first.kind])}
      {question && <small>{t('resumeAt', { code: question.id })}</small>}
    </ButtonLink>
  )
}
