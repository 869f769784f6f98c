import { useNavigate } from 'react-router'
import { useWorkspace } from '#data/stores-context.ts'
import type { Form } from '#domain/form/form.ts'
import { gridFields } from '#domain/grid/grid.ts'
import { paths } from '#src/paths.ts'

/** Fields written at once: far below what one operation may carry (R-SYN-2). */
const FIELDS_AT_ONCE = 500

/** Makes a grid that says what a form says; opens one in the editor. */
export function useNewGrid() {
  const { writer, profile } = useWorkspace()
  const navigate = useNavigate()
  const make = async (form: Form): Promise<string> => {
    const entries = Object.entries(gridFields(form))
    const { id } = await writer.create(
      'grid',
      profile.dispositif.id,
      Object.fromEntries(entries.slice(0, FIELDS_AT_ONCE)),
    )
    for (let from = FIELDS_AT_ONCE; from < entries.length; from += FIELDS_AT_ONCE) {
      await writer.set(id, Object.fromEntries(entries.slice(from, from + FIELDS_AT_ONCE)))
    }
    return id
  }
  const open = async (id: string): Promise<void> => {
    await navigate(paths.grid(id))
  }
  return { make, open }
}

/** A grid with one section and nothing in it yet. */
export function blankForm(title: string, section: string): Form {
  return {
    id: '',
    version: 0,
    kind: 'audit',
    code: '',
    title: { fr: title, en: title },
    unit: 'structure',
    source: { fr: '', en: '' },
    sections: [{ id: 'A', title: { fr: section, en: section }, questions: [] }],
  }
}
