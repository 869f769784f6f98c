import { useTranslation } from 'react-i18next'
import type { FormFault } from '#domain/form/check-form.ts'
import { allQuestions, type Form } from '#domain/form/form.ts'
import type { FormWarning } from '#domain/form/lint-form.ts'
import { useText } from '#ui/i18n.ts'

/** What is wrong with a grid, in the words of who writes it: the question, never its place in the data. */
export function useCheckWords(form: Form) {
  const { t } = useTranslation('grids')
  const text = useText()
  const named = (id: string) => {
    const label = allQuestions(form).find((question) => question.id === id)?.label
    const words = label && text(label)
    return words ? t('named', { id, label: words }) : id
  }
  return {
    faultWords(fault: FormFault): string {
      switch (fault.kind) {
        case 'no-section':
        case 'no-question':
        case 'unit-of-kind':
          return t(`fault-${fault.kind}`)
        case 'cycle':
          return t('fault-cycle', { path: fault.path.join(', ') })
        case 'unknown-reference':
          return t('fault-unknown-reference', { id: named(fault.from), to: fault.to })
        case 'duplicate-choice':
          return t('fault-duplicate-choice', { id: named(fault.id), code: fault.code })
        default:
          return t(`fault-${fault.kind}`, { id: named(fault.id) })
      }
    },
    warningWords(warning: FormWarning): string {
      switch (warning.kind) {
        case 'no-criterion':
        case 'person-not-asked':
        case 'no-easy-words':
          return t(`warn-${warning.kind}`)
        case 'reads-later':
          return t('warn-reads-later', { id: named(warning.id), other: named(warning.reads) })
        case 'same-words':
          return t('warn-same-words', { id: named(warning.id), other: warning.as })
        default:
          return t(`warn-${warning.kind}`, { id: named(warning.id) })
      }
    },
  }
}
