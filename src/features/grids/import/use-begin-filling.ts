import { useNavigate } from 'react-router'
import { beginFilling } from '#data/begin-filling.ts'
import { useRecords, useToday, useWorkspace } from '#data/stores-context.ts'
import { fillableSites } from '#domain/filling/fillable-sites.ts'
import { readFilling } from '#domain/filling/filling.ts'
import { nextRound } from '#domain/filling/rounds.ts'
import type { Form } from '#domain/form/form.ts'
import type { Day } from '#domain/shared/day.ts'
import type { SiteId } from '#domain/shared/ids.ts'
import type { Fields, Json } from '#domain/shared/json.ts'
import { readSite } from '#domain/site/site.ts'
import { paths } from '#src/paths.ts'

const PLACE = { audit: paths.audit, epp: paths.epp, tracer: paths.tracer }

/** What a file said of a form: its answers, its comments, and the day when it tells it. */
export interface SaidInFile {
  readonly answers: ReadonlyMap<string, Json>
  readonly comments: ReadonlyMap<string, string>
  readonly heldOn?: Day | undefined
  /** What is said beside the answers, as fields; `line` goes before what is said of one file. */
  readonly apart?: (line: string) => Fields
}

/** The homes one may fill in for, and a filling begun with what a file said, open to be checked. */
export function useBeginFilling() {
  const { profile, writer } = useWorkspace()
  const { device, person, dispositif, sites } = profile
  const open = fillableSites({ role: person.role, device, dispositif: dispositif.id, sites })
  const homes = useRecords('site').map(({ id, fields }) => readSite(id, fields))
  const records = [useRecords('audit'), useRecords('epp'), useRecords('tracer')].flat()
  const fillings = records.map(({ id, scope, fields }) => readFilling(id, scope, fields))
  const today = useToday()
  const navigate = useNavigate()
  return {
    sites: open.map((id) => ({ id, name: homes.find((site) => site.id === id)?.name ?? id })),
    async begin(
      { id: form, version, kind }: Pick<Form, 'id' | 'version'> & { readonly kind?: Form['kind'] },
      edition: string | undefined,
      site: SiteId,
      { answers, comments, heldOn, apart }: SaidInFile,
    ): Promise<void> {
      const type = kind === 'epp' || kind === 'tracer' ? kind : 'audit'
      // One response is one file of a round; the others are added there.
      const line = type === 'epp' ? '1.' : ''
      const said = [
        ...[...answers].map(([key, answer]) => [`answers.${line}${key}`, answer] as const),
        ...[...comments].map(([key, words]) => [`comments.${line}${key}`, words] as const),
        ...Object.entries(apart?.(line) ?? {}),
      ]
      const fields = {
        form,
        formVersion: version,
        ...(edition && { edition }),
        ...(type === 'epp' && { files: 1 }),
        round: nextRound(fillings, { site, form }),
        heldOn: heldOn ?? today,
        status: 'draft',
        author: person.id,
      }
      const id = await beginFilling(writer, { type, site }, fields, Object.fromEntries(said))
      await navigate(PLACE[type](id))
    },
  }
}
