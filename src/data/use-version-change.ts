import {
  type AnswerAside,
  answersAside,
  moveToVersion,
  questionAt,
  type Version,
} from '#domain/filling/move-version.ts'
import type { Form, Question } from '#domain/form/form.ts'
import type { RecordId } from '#domain/shared/ids.ts'
import { textField } from '#domain/shared/json.ts'
import { useRecord, useWorkspace } from './stores-context.ts'
import { useFormShelf } from './use-form-shelf.ts'

export interface VersionChange {
  /** The latest publication of the grid, later than the one in hand; undefined when there is none. */
  readonly newer:
    | { readonly version: number; readonly kept: number; readonly aside: number }
    | undefined
  /** What the version in hand has no place for; the question when this device has its version. */
  readonly aside: readonly (AnswerAside & { readonly question: Question | undefined })[]
  /** Versions to which something set aside would come back. */
  readonly former: readonly number[]
  moveTo(version: number): Promise<void>
}

/**
 * How a filling may go on with another version of its grid (R-GRI-3). `isCompared`: a round before was made
 * with the version in hand, which stays, for a gain is read between rounds of one version (R-GRI-4).
 */
export function useVersionChange(id: RecordId, form: Form, isCompared: boolean): VersionChange {
  const view = useRecord(id)
  const fields = view.kind === 'ready' ? view.snapshot.fields : NO_FIELDS
  const shelf = useFormShelf()
  const { writer } = useWorkspace()
  const current: Version = { form, edition: textField(fields, 'edition') }
  const latest = shelf
    .ofKind(form.kind)
    .find((each) => each.edition && each.form.id === form.id && each.form.version > form.version)
  const newer =
    latest && !isCompared ? { form: latest.form, edition: latest.edition ?? '' } : undefined
  const versionOf = ({ version, edition }: AnswerAside): Version | undefined => {
    if (version === undefined || edition === undefined) return undefined
    const found = shelf.find({ form: form.id, formVersion: version, edition })
    return found && { form: found, edition }
  }
  const aside = answersAside(fields, form)
  const former = new Map(
    aside.flatMap((each) => {
      const version = versionOf(each)
      return version ? [[version.form.version, version] as const] : []
    }),
  )
  const move = newer && moveToVersion(fields, current, newer)
  return {
    newer: move && {
      version: newer.form.version,
      kept: move.kept,
      aside: move.aside.length,
    },
    aside: aside.map((each) => {
      const version = versionOf(each)
      return { ...each, question: version && questionAt(version.form, each.key) }
    }),
    former: [...former.keys()],
    async moveTo(version) {
      const to = newer?.form.version === version ? newer : former.get(version)
      if (to) await writer.set(id, moveToVersion(fields, current, to).fields)
    },
  }
}

const NO_FIELDS = {}
