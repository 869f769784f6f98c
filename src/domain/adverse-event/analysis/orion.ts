import type { Text } from '../../shared/text.ts'
import type { Analysis } from './analysis.ts'

/** The six steps of ORION (Debouck 2012), in our words. */
export const ORION_STEPS = ['data', 'chronology', 'gaps', 'factors', 'actions', 'report'] as const
export type OrionStep = (typeof ORION_STEPS)[number]

export const ORION_TEXTS: Record<OrionStep, Text> = {
  data: { fr: 'Recueillir', en: 'Collect' },
  chronology: { fr: 'Chronologie', en: 'Chronology' },
  gaps: { fr: 'Écarts', en: 'Gaps' },
  factors: { fr: 'Causes', en: 'Causes' },
  actions: { fr: 'Actions', en: 'Actions' },
  report: { fr: 'Leçon', en: 'Lesson' },
}

/**
 * How far an analysis is, step by step, read from what it holds and never ticked by hand: a step is
 * done when something is there. Collected means someone sits at the table or said why this event.
 */
export function orionSteps(analysis: Analysis): Readonly<Record<OrionStep, boolean>> {
  return {
    data: analysis.participants.length > 0 || analysis.reason.trim() !== '',
    chronology: analysis.facts.length >= 2,
    gaps: analysis.gaps.length > 0,
    factors: analysis.causes.length > 0,
    actions: analysis.decisions.some(({ action }) => action !== ''),
    report: analysis.lesson.trim() !== '',
  }
}
