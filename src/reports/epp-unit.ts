import type { Form } from '#domain/form/form.ts'
import type { ReportTextKey } from './report-texts.ts'

type UnitKey = 'files' | 'whole' | 'read' | 'small' | 'many' | 'blank'
type UnitKeys = Readonly<Record<UnitKey, ReportTextKey>>

const FILE: UnitKeys = {
  files: 'eppFiles',
  whole: 'eppWhole',
  read: 'eppReadFiles',
  small: 'eppRatesSmall',
  many: 'eppManyNa',
  blank: 'blankFileNumber',
}
const OPPORTUNITY: UnitKeys = {
  files: 'eppFilesOpportunity',
  whole: 'eppWholeOpportunity',
  read: 'eppReadOpportunities',
  small: 'eppRatesSmallOpportunity',
  many: 'eppManyNaOpportunity',
  blank: 'blankOpportunity',
}
const PERSON: UnitKeys = {
  files: 'eppFilesPerson',
  whole: 'eppWholePerson',
  read: 'eppReadPersons',
  small: 'eppRatesSmallPerson',
  many: 'eppManyNaPerson',
  blank: 'blankPersonNumber',
}

/** Names of the sentences that say what one line of a round is: a file, an observed moment, a person. */
export function unitKeys({ unit }: Pick<Form, 'unit'>): UnitKeys {
  if (unit === 'opportunity') return OPPORTUNITY
  return unit === 'person' ? PERSON : FILE
}
