import { useNavigate } from 'react-router'
import { useRecords, useToday, useWorkspace } from '#data/stores-context.ts'
import { fillableSites } from '#domain/filling/fillable-sites.ts'
import type { Form } from '#domain/form/form.ts'
import { gridFields, readGrid } from '#domain/grid/grid.ts'
import type { SiteId } from '#domain/shared/ids.ts'
import { readSite } from '#domain/site/site.ts'
import { paths } from '#src/paths.ts'
import { useNewGrid } from '../use-new-grid.ts'
import { usePublish } from '../use-publish.ts'
import type { FormFile } from './read-form-file.ts'

/** Fields written at once: far below what one operation may carry (R-SYN-2). */
const FIELDS_AT_ONCE = 500

/** Publishes an imported grid and begins to fill it in, with the ratings its file brought. */
export function useBeginSelfEvaluation() {
  const { profile, writer } = useWorkspace()
  const { device, person, dispositif, sites } = profile
  const open = fillableSites({ role: person.role, device, dispositif: dispositif.id, sites })
  const known = useRecords('site').map(({ id, fields }) => readSite(id, fields))
  const { make } = useNewGrid()
  const publish = usePublish()
  const today = useToday()
  const navigate = useNavigate()
  return {
    sites: open.map((id) => ({ id, name: known.find((site) => site.id === id)?.name ?? id })),
    async begin(form: Form, site: SiteId, { answers, comments }: FormFile): Promise<void> {
      const grid = await make(form)
      const edition = await publish(readGrid(grid, gridFields(form)).draft, 1)
      const said = [
        ...[...answers].map(([question, answer]) => [`answers.${question}`, answer] as const),
        ...[...comments].map(([question, words]) => [`comments.${question}`, words] as const),
      ]
      const { id } = await writer.create('audit', site, {
        form: grid,
        formVersion: 1,
        edition,
        round: 1,
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
