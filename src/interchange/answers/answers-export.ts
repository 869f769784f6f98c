import { type Language, textIn } from '#domain/shared/text.ts'
import { type AnswerFormat, answerFormats } from './answer-formats.ts'
import type { AnswersFile, AnswersLayout } from './answers-file.ts'
import type { FilledForm } from './filled-form.ts'

type Several = readonly [FilledForm, ...FilledForm[]]

/**
 * What may be taken away of these fillings: one file for each version of each form. What makes the
 * files is loaded when one is asked for.
 */
export function answersExport(
  filled: readonly FilledForm[],
  { language, layout }: { readonly language: Language; readonly layout: AnswersLayout },
) {
  const groups = new Map<string, Several>()
  for (const each of filled) {
    const { form, formVersion, edition } = each.filling
    const key = `${form}@${formVersion} ${edition}`
    const [first = each, ...others] = groups.get(key) ?? []
    groups.set(key, first === each ? [each] : [first, ...others, each])
  }
  return {
    subjects: [...groups].map(([id, group]) => {
      const { form } = group[0]
      const title = textIn(form.title, language)
      return {
        id,
        label: `${form.code} ${title}, version ${form.version} (${group.length})`.trim(),
        // The columns of a HAS file have room for one filling.
        formats: answerFormats(form).filter((format) => format !== 'has' || layout === 'questions'),
      }
    }),
    async make(format: AnswerFormat, subject: string): Promise<AnswersFile> {
      const group = groups.get(subject)
      if (!group) throw new Error(`Nothing to export as ${subject}`)
      const { answersFile } = await import('./answers-file.ts')
      return answersFile(format, group, { language, layout })
    },
  }
}
