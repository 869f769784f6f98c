/** Steps of a tracer, in order; the open one is in the address so that « back » and a link work. */
export const STEPS = ['consent', 'person', 'professionals', 'views'] as const
export type Step = (typeof STEPS)[number]

/** Name of the step in the address. */
export const STEP_PARAM = 'etape'

export function asStep(text: string | null): Step | undefined {
  return STEPS.find((step) => step === text)
}

export function stepBeside(step: Step, by: -1 | 1): Step | undefined {
  return STEPS[STEPS.indexOf(step) + by]
}
