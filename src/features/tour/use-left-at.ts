import { useDraft } from '#data/stores-context.ts'
import type { Question } from '#domain/form/form.ts'
import type { HomeFilling } from './home-view.ts'
import { useForms } from './use-forms.ts'

/** The question a filling was left at, from the place kept by its screen. */
export function useLeftAt(filling: HomeFilling | undefined): Question | undefined {
  const [place] = useDraft(`place:${filling?.filling.id ?? ''}`)
  const forms = useForms(filling ? [filling] : [])
  const read = filling && forms(filling)
  if (read?.kind !== 'ready' || typeof place !== 'string') return undefined
  return read.form.sections.flatMap(({ questions }) => questions).find(({ id }) => id === place)
}
