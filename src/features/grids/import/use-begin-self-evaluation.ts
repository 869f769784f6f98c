import { useFormShelf } from '#data/use-form-shelf.ts'
import { allQuestions, type Form } from '#domain/form/form.ts'
import type { Edition } from '#domain/grid/form-shelf.ts'
import { gridFields, readGrid } from '#domain/grid/grid.ts'
import type { SiteId } from '#domain/shared/ids.ts'
import { useNewGrid } from '../use-new-grid.ts'
import { usePublish } from '../use-publish.ts'
import { type SaidInFile, useBeginFilling } from './use-begin-filling.ts'

/**
 * Publishes an imported grid and begins to fill it in, with the ratings its file brought. The file of
 * another home, or of next year, is read with the grid already published when it asks the same.
 */
export function useBeginSelfEvaluation() {
  const forms = useFormShelf()
  const { make } = useNewGrid()
  const publish = usePublish()
  const { sites, begin } = useBeginFilling()
  return {
    sites,
    async begin(form: Form, site: SiteId, said: SaidInFile): Promise<void> {
      const known = sameGrid(forms.ofKind('audit'), form)
      if (known) return begin(known.form, known.edition, site, said)
      const { draft } = readGrid(await make(form), gridFields(form))
      return begin({ id: draft.id, version: 1 }, await publish(draft, 1), site, said)
    },
  }
}

/** The published grid that asks the very same, word for word, of the same version and category. */
function sameGrid(editions: readonly Edition[], form: Form): Edition | undefined {
  const asked = askedBy(form)
  return editions.find(
    ({ form: each, edition }) =>
      edition !== undefined && each.code === form.code && askedBy(each) === asked,
  )
}

function askedBy(form: Form): string {
  return JSON.stringify([
    form.title,
    allQuestions(form).map(({ id, label, hint }) => [id, label, hint]),
  ])
}
