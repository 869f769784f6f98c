import { useToday, useWorkspace } from '#data/stores-context.ts'
import type { Form } from '#domain/form/form.ts'
import { versionFields } from '#domain/grid/grid-version.ts'

/** Publishes a draft under a number; the record of the publication, which fillings will name. */
export function usePublish(): (draft: Form, version: number, note?: string) => Promise<string> {
  const { writer, profile } = useWorkspace()
  const today = useToday()
  return async (draft, version, note = '') => {
    const author = profile.person.id
    const { id } = await writer.create(
      'grid-version',
      profile.dispositif.id,
      versionFields(draft, { version, publishedOn: today, author, note }),
    )
    return id
  }
}
