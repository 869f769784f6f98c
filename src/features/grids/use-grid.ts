import { useDeferredValue, useMemo } from 'react'
import { useRecord, useRecords, useWorkspace } from '#data/stores-context.ts'
import type { Snapshot } from '#data/workspace.ts'
import { checkForm } from '#domain/form/check-form.ts'
import { isGroup, type Question } from '#domain/form/form.ts'
import { lintForm } from '#domain/form/lint-form.ts'
import { nextVersion } from '#domain/grid/form-shelf.ts'
import {
  asJson,
  orderBetween,
  type PlacedSection,
  placedQuestions,
  placedSections,
  readGrid,
} from '#domain/grid/grid.ts'
import type { Fields } from '#domain/shared/json.ts'
import { textField } from '#domain/shared/json.ts'
import { useAnswers } from '#ui/form/use-answers.ts'
import { applyChange } from './apply-change.ts'

export type GridView =
  | { readonly kind: 'missing' }
  | { readonly kind: 'ready'; readonly snapshot: Snapshot }

export function useGridRecord(id: string): GridView {
  const view = useRecord(id)
  return view.kind === 'ready' && view.snapshot.type === 'grid' ? view : { kind: 'missing' }
}

/** A grid being written: what it says, what is wrong with it, and the gestures that change it. */
export function useGrid(snapshot: Snapshot) {
  const { replica, writer } = useWorkspace()
  const port = useMemo(
    () => ({
      read: () => replica.get(snapshot.id)?.fields ?? {},
      write: (fields: Fields) => writer.set(snapshot.id, fields),
    }),
    [replica, writer, snapshot.id],
  )
  const { fields, present, save, undo, undoable, saving } = useAnswers(snapshot.fields, port)
  const publications = useRecords('grid-version')
  // Read again when what is written changes, and not when it is kept: a grid may have a thousand rows.
  const { grid, sections, questions } = useMemo(() => {
    return {
      grid: readGrid(snapshot.id, fields),
      sections: placedSections(fields),
      questions: placedQuestions(fields),
    }
  }, [snapshot.id, fields])
  // What is wrong follows what is written, which a tap waits for.
  const checked = useDeferredValue(grid.draft)
  const faults = useMemo(() => checkForm(checked), [checked])
  const warnings = useMemo(() => lintForm(checked), [checked])
  const inSection = (section: string) => questions.filter((each) => each.section === section)
  return {
    ...grid,
    saving,
    undo,
    undoable,
    faults,
    warnings,
    publications: publications.filter((each) => textField(each.fields, 'grid') === snapshot.id),
    next: nextVersion(publications, snapshot.id),
    saveFields: (changes: Fields) => save(changes, ''),
    saveSection: ({ id, ...section }: PlacedSection) =>
      save({ [`sections.${id}`]: asJson(section) }, ''),
    sectionPlace: (id: string) => sections.find((each) => each.id === id),
    /** Adds a question at the end of a section, or changes one where it stands, from what was drawn of it. */
    saveQuestion(next: Question, section: string, drawn?: Question) {
      const known = questions.find(({ id }) => id === next.id)
      const now = drawn && placedQuestions(present()).find(({ id }) => id === next.id)
      const question = now ? applyChange(now.question, drawn, next) : next
      const order =
        known?.section === section
          ? known.order
          : orderBetween(inSection(section).at(-1)?.order, undefined)
      return save({ [`questions.${question.id}`]: asJson({ section, order, question }) }, '')
    },
    /** Changes every question it gives another of, those of rows included, in one step to undo. */
    changeQuestions(change: (question: Question) => Question): Promise<boolean> {
      const inRows = (question: Question): Question => {
        const next = change(question)
        if (!isGroup(next)) return next
        const own = next.questions.map(change)
        const isSame = own.every((each, at) => each === next.questions[at])
        return isSame ? next : { ...next, questions: own }
      }
      const changes = placedQuestions(present()).flatMap(({ id, section, order, question }) => {
        const next = inRows(question)
        return next === question
          ? []
          : [[`questions.${id}`, asJson({ section, order, question: next })] as const]
      })
      return changes.length > 0 ? save(Object.fromEntries(changes), '') : Promise.resolve(true)
    },
    removeQuestion: (id: string) => save({ [`questions.${id}`]: null }, ''),
    /** One place up or down in its section. */
    moveQuestion(id: string, by: -1 | 1) {
      const own = questions.find((each) => each.id === id)
      if (!own) return Promise.resolve(true)
      const { section, question } = own
      const order = orderMoved(inSection(section), id, by)
      return save({ [`questions.${id}`]: asJson({ section, order, question }) }, '')
    },
    moveSection(id: string, by: -1 | 1) {
      const own = sections.find((each) => each.id === id)
      if (!own) return Promise.resolve(true)
      const { id: _, ...section } = own
      return save(
        { [`sections.${id}`]: asJson({ ...section, order: orderMoved(sections, id, by) }) },
        '',
      )
    },
    /** A section goes with its questions; « Annuler » brings them all back. */
    removeSection: (id: string) =>
      save(
        Object.fromEntries([
          [`sections.${id}`, null],
          ...inSection(id).map((each) => [`questions.${each.id}`, null] as const),
        ]),
        '',
      ),
    addSection(title: string) {
      const id = freeName(
        sections.map((each) => each.id),
        (at) => String.fromCharCode(65 + (at % 26)) + (at < 26 ? '' : String(Math.floor(at / 26))),
      )
      const order = orderBetween(sections.at(-1)?.order, undefined)
      return save({ [`sections.${id}`]: { title: { fr: title, en: title }, order } }, '')
    },
    /** A name no question ever had here: the answers of one taken away must not pass to another. */
    freeQuestionId: (section: string) =>
      freeName(
        Object.keys(fields).flatMap((name) =>
          name.startsWith('questions.') ? [name.slice('questions.'.length)] : [],
        ),
        (at) => `${section}${at + 1}`,
      ),
  }
}

export type GridState = ReturnType<typeof useGrid>

function orderMoved(
  list: readonly { readonly id: string; readonly order: number }[],
  id: string,
  by: -1 | 1,
): number {
  const others = list.filter((each) => each.id !== id)
  const to = list.findIndex((each) => each.id === id) + by
  const at = Math.min(others.length, Math.max(0, to))
  return orderBetween(others[at - 1]?.order, others[at]?.order)
}

function freeName(taken: readonly string[], name: (at: number) => string): string {
  let at = 0
  while (taken.includes(name(at))) at += 1
  return name(at)
}
