import type { Form } from '../form.ts'
import { auditCatering } from './audit-catering.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'

/** Written since, for the second version. */
const ADDED = new Set(['A4', 'B6'])

/**
 * G12 as it first was: twelve of its criteria, on the scale of organisation audits. No longer begun, and
 * kept whole: what was answered is read with the version it was answered with (R-FOR-4).
 */
export const auditCatering1: Form = {
  ...auditCatering,
  ...identityOf(CATALOGUE.auditCatering1),
  sections: auditCatering.sections
    .filter(({ id }) => id !== 'D')
    .map((section) => ({
      ...section,
      questions: section.questions
        .filter(({ id }) => !ADDED.has(id))
        .map((question) =>
          question.type === 'criterion' ? { ...question, scale: 'yes-partial-no-na' } : question,
        ),
    })),
}
