import { useMemo } from 'react'
import { useRecords } from '#data/stores-context.ts'
import { type RiskScales, readRiskScales } from '#domain/adverse-event/risk-scales.ts'

/** The scales of the dispositif, the same for all its homes. */
export function useRiskScales(): RiskScales {
  const [dispositif] = useRecords('dispositif')
  return useMemo(() => readRiskScales(dispositif?.fields ?? {}), [dispositif])
}
