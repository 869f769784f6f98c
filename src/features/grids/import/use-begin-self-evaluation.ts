import { useNavigate } from 'react-router'
import { useRecords, useToday, useWorkspace } from '#data/stores-context.ts'
import { useFormShelf } from '#data/use-form-shelf.ts'
import { fillableSites } from '#domain/filling/fillable-sites.ts'
import { readFilling } from '#domain/filling/filling.ts'
import { nextRound } from '#domain/filling/rounds.ts'
import { allQuestions, type Form } from '#domain/form/form.ts'
import type { Edition } from '#domain/grid/form-shelf.ts'
import { gridFields, readGrid } from '#domain/grid/grid.ts'
import type { SiteId } from '#domain/shared/ids.ts'
import { readSite } from '#domain/site/site.ts'
import { paths } from '#src/paths.ts'
import { useNewGrid } from '../use-new-grid.ts'
import { usePublish } from '../use-publish.ts'
import type { FormFile } from './read-form-file.ts'

/** Fields written at once: far below what one operation may carry (R-SYN-2). */
const FIELDS_AT_ONCE = 500

/**
 * Publishes an imported grid and begins to fill it in, with the ratings its file brought. The file of
 * another home, or of next year, is read with the grid already published when it asks the same.
 */
export function useBeginSelfEvaluation() {
  const { profile, writer } = useWorkspace()
  const { device, person, dispositif, sites } = profile
  const open = fillableSites({ role: person.role, device, dispositif: dispositif.id, sites })
  const homes = useRecords('site').map(({ id, fields }) => readSite(id, fields))
  const fillings = useRecords('audit').map(({ id, scope, fields }) =>
    readFilling(id, scope, fields),
  )
  const forms = useFormShelf()
  const { make } = useNewGrid()
  const publish = usePublish()
  const today = useToday()
  const navigate = useNavigate()
  return {
    sites: open.map((id) => ({ id, name: homes.find((site) => site.id === id)?.name ?? id })),
    async begin(form: Form, site: SiteId, { answers, comments }: FormFile): Promise<void> {
      const known = sameGrid(forms.ofKind('audit'), form)
      const grid = known?.form.id ?? (await make(form))
      const edition = known?.edition ?? (await publish(readGrid(grid, gridFields(form)).draft, 1))
      const said = [
        ...[...answers].map(([question, answer]) => [`answers.${question}`, answer] as const),
        ...[...comments].map(([question, words]) => [`comments.${question}`, words] as const),
      ]
      const { id } = await writer.create('audit', site, {
        form: grid,
        formVersion: known?.form.version ?? 1,
        edition,
        round: nextRound(fillings, { site, form: grid }),
        heldOn: today,
        status: 'draft',
        author: person.id,
        ...Object.fromEntries(said.slice(0, FIELDS_AT_ONCE)),
      })
      for (let from = FIELDS_AT_ONCE; from < said.length; from += FIELDS_AT_ONCE) {
        await writer.set(id, Object.fromEntries(said.slice(from, from + FIELDS_AT_ONCE)))
      }
      await navigate(paths.audit(id))
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
