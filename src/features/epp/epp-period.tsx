import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isPeriodReversed, type Protocol } from '#domain/epp/protocol.ts'
import type { Fields } from '#domain/shared/json.ts'
import { DateField } from '#ui/date-field.tsx'

interface EppPeriodProps {
  readonly protocol: Pick<Protocol, 'from' | 'to'>
  readonly onChange: (fields: Fields) => void
}

/** First and last day of what is read. A period that ends before it begins stays as typed, and is not kept. */
export function EppPeriod({ protocol, onChange }: EppPeriodProps) {
  const { t } = useTranslation('epp')
  const kept = { from: protocol.from ?? '', to: protocol.to ?? '' }
  const [refused, setRefused] = useState<typeof kept>()
  const shown = refused ?? kept
  const change = (changes: Partial<typeof kept>) => {
    const next = { ...shown, ...changes }
    if (isPeriodReversed(next)) return setRefused(next)
    setRefused(undefined)
    onChange({ 'protocol.from': next.from || null, 'protocol.to': next.to || null })
  }
  return (
    <>
      <DateField
        label={t('protocolFrom')}
        value={shown.from}
        onChange={(from) => change({ from })}
      />
      <DateField
        label={t('protocolTo')}
        value={shown.to}
        error={isPeriodReversed(shown) ? t('protocolReversed') : undefined}
        onChange={(to) => change({ to })}
      />
    </>
  )
}
