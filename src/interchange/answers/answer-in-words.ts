import type { Question } from '#domain/form/form.ts'
import { stepOf } from '#domain/form/scales.ts'
import type { Json } from '#domain/shared/json.ts'
import { type Language, textIn } from '#domain/shared/text.ts'

/** The answer as it is read on screen; empty for none. */
export function answerInWords(question: Question, value: Json, language: Language): string {
  if (value === null) return ''
  if (question.type === 'criterion') {
    const step = stepOf(question, value)
    return step ? textIn(step.label, language) : String(value)
  }
  if (question.type === 'single' || question.type === 'multiple') {
    const codes = Array.isArray(value) ? value : [value]
    const labels = codes.map((code) => {
      const choice = question.choices.find((each) => each.code === code)
      return choice ? textIn(choice.label, language) : String(code)
    })
    return labels.join(', ')
  }
  if (typeof value === 'object') return ''
  const unit = 'unit' in question && question.unit ? ` ${textIn(question.unit, language)}` : ''
  if (typeof value === 'number' && language === 'fr') {
    return `${String(value).replace('.', ',')}${unit}`
  }
  if (question.type === 'date' && language === 'fr')
    return String(value).split('-').reverse().join('/')
  return `${String(value)}${unit}`
}
