import type { Steps } from '../../shared/steps.ts'

/** En préparation, décidée en séance, partagée. */
export const ANALYSIS_STATUSES = ['open', 'decided', 'shared'] as const
export type AnalysisStatus = (typeof ANALYSIS_STATUSES)[number]

export const ANALYSIS_STEPS = {
  open: ['decided'],
  decided: ['shared'],
  shared: [],
} as const satisfies Record<AnalysisStatus, readonly AnalysisStatus[]> & Steps
