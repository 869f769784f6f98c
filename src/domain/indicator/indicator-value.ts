import { type RecordId, recordId, type SiteId, siteId } from '../shared/ids.ts'
import { type Fields, numberField, textField } from '../shared/json.ts'

/**
 * One measured value of an indicator at a home. Fields of its record: `indicator` (code, « i-23 »),
 * `period` (`2026` or `2026-11`), `numerator`, `denominator`, `value` (when it is not a ratio),
 * `target`, `source`.
 */
export interface IndicatorValue {
  readonly id: RecordId
  readonly site: SiteId
  readonly indicator: string
  readonly period: string
  readonly numerator: number | undefined
  readonly denominator: number | undefined
  readonly value: number | undefined
  readonly target: number | undefined
  readonly source: string
}

export function readIndicatorValue(id: string, site: string, fields: Fields): IndicatorValue {
  return {
    id: recordId(id),
    site: siteId(site),
    indicator: textField(fields, 'indicator'),
    period: textField(fields, 'period'),
    numerator: numberField(fields, 'numerator'),
    denominator: numberField(fields, 'denominator'),
    value: numberField(fields, 'value'),
    target: numberField(fields, 'target'),
    source: textField(fields, 'source'),
  }
}
