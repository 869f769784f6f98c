import { FreshIds } from '../fit-id.ts'
import { isRecord, type JsonRecord } from '../is-record.ts'
import type { Notes } from '../notes.ts'
import { EXTENSIONS, extension, listOf, textOf } from './extensions.ts'

/** An item that asks something, with what stands around it. */
export interface FhirAsked {
  readonly id: string
  readonly linkId: string
  readonly item: JsonRecord
  /** Groups inside a repeated one, and questions it is asked below: their conditions bear on it. */
  readonly within: readonly FhirFrame[]
  readonly rows?: readonly FhirAsked[]
}

export interface FhirFrame {
  readonly id: string
  readonly linkId: string
  readonly item: JsonRecord
}

export interface FhirSection {
  readonly path: readonly FhirFrame[]
  readonly asked: readonly FhirAsked[]
}

export interface FhirTree {
  readonly sections: readonly FhirSection[]
  readonly ids: ReadonlyMap<string, string>
  readonly items: ReadonlyMap<string, JsonRecord>
}

const DEEPEST = 30

/**
 * The items of a questionnaire as sections and questions, in order. Nested groups make sections of
 * their own; a group that repeats is a repeated group; what is asked below a question follows it.
 */
export function readFhirTree(items: readonly JsonRecord[], notes: Notes): FhirTree {
  const fresh = new FreshIds()
  const ids = new Map<string, string>()
  const byLink = new Map<string, JsonRecord>()
  const sections: { path: readonly FhirFrame[]; asked: FhirAsked[] }[] = []

  const frameOf = (item: JsonRecord): FhirFrame => {
    const linkId = textOf(item.linkId)
    const id = fresh.take(linkId, 'item')
    if (linkId === '') {
      notes.add('repaired', 'no-name', { linkId: textOf(item.text) || '?' }, { name: id })
    } else if (ids.has(linkId)) {
      notes.add('repaired', 'duplicate-name', { linkId }, { name: linkId, read: id })
    } else {
      ids.set(linkId, id)
      byLink.set(linkId, item)
    }
    return { id, linkId, item }
  }

  const sectionAt = (path: readonly FhirFrame[]) => {
    const last = sections.at(-1)
    const same =
      last && last.path.length === path.length && last.path.every((each, at) => each === path[at])
    if (same) return last
    const opened = { path, asked: [] }
    sections.push(opened)
    return opened
  }

  /** Questions of these items in one flat list, for the rows of a repeated group. */
  const flat = (from: readonly JsonRecord[], within: readonly FhirFrame[]): readonly FhirAsked[] =>
    from.flatMap((item) => {
      const frame = frameOf(item)
      const below = children(item, notes)
      const nested = [...within, frame]
      if (item.type === 'group') {
        const kind = item.repeats === true ? 'lost' : 'adapted'
        const code = item.repeats === true ? 'nested-repeat' : 'group-in-repeat'
        notes.add(kind, code, { linkId: frame.linkId }, { name: labelOf(frame) })
        return nested.length > DEEPEST ? [] : flat(below, nested)
      }
      return [{ ...frame, within }, ...(nested.length > DEEPEST ? [] : flat(below, nested))]
    })

  const walk = (
    from: readonly JsonRecord[],
    path: readonly FhirFrame[],
    within: readonly FhirFrame[],
  ): void => {
    for (const item of from) {
      const frame = frameOf(item)
      const below = children(item, notes)
      if (path.length + within.length > DEEPEST) continue
      if (item.type === 'group' && item.repeats === true) {
        const rows = flat(below, [])
        if (rows.length > 0) sectionAt(path).asked.push({ ...frame, within, rows })
        else notes.add('lost', 'empty-group', { linkId: frame.linkId }, { name: labelOf(frame) })
      } else if (item.type === 'group') {
        if (below.length === 0) {
          notes.add('lost', 'empty-group', { linkId: frame.linkId }, { name: labelOf(frame) })
        }
        walk(below, [...path, frame], within)
      } else {
        sectionAt(path).asked.push({ ...frame, within })
        for (const each of below) {
          notes.add(
            'adapted',
            'child-of-question',
            { linkId: textOf(each.linkId) },
            {
              name: textOf(each.text) || textOf(each.linkId),
            },
          )
        }
        walk(below, path, [...within, frame])
      }
    }
  }
  walk(items, [], [])
  return { sections, ids, items: byLink }
}

/** The items below one; a help text is a hint of its parent, and is none of them. */
function children(item: JsonRecord, notes: Notes): readonly JsonRecord[] {
  return listOf(item.item).flatMap((each) => {
    if (!isRecord(each)) {
      notes.add('lost', 'not-an-object', { linkId: textOf(item.linkId) })
      return []
    }
    return item.type !== 'group' && isHelp(each) ? [] : [each]
  })
}

/** A display marked as help, hover or flyover. */
export function isHelp(item: JsonRecord): boolean {
  if (item.type !== 'display') return false
  const control = extension(item, EXTENSIONS.itemControl)?.valueCodeableConcept
  const codings = isRecord(control) ? listOf(control.coding) : []
  return codings.some(
    (coding) => isRecord(coding) && ['help', 'flyover', 'lower'].includes(textOf(coding.code)),
  )
}

function labelOf({ item, linkId }: FhirFrame): string {
  return textOf(item.text) || linkId
}
