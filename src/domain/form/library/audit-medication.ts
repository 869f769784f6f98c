import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { medicationSupply } from './medication-supply.ts'
import { medicationUse } from './medication-use.ts'

/** G01, circuit du médicament: one observation of the home, 22 criteria in six sections. */
export const auditMedication: Form = {
  ...identityOf(CATALOGUE.auditMedication),
  unit: 'structure',
  source: {
    fr: 'Thèmes usuels du circuit du médicament, écrits par le produit. À valider avec le médecin et le pharmacien.',
    en: 'Usual themes of the medication circuit, in the product’s words. To be validated with the doctor and the pharmacist.',
  },
  sections: [...medicationSupply, ...medicationUse],
  target: 0.9,
  pilot: { fr: 'IDE coordinatrice', en: 'Lead nurse' },
}
